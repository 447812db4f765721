package org.afterfusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests are what Kubernetes takes: no unknown field, no wrong type, and they name one another rightly. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("docker", "kubernetes");
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    private static final ObjectMapper STRICT = strict();

    @Test
    void everyManifestIsValid() throws IOException {
        assertThat(all()).extracting(HasMetadata::getKind).containsOnlyOnceElementsOf(kindsBut("Service"));
        assertThat(all())
                .allSatisfy(
                        manifest -> assertThat(manifest.getMetadata().getName()).startsWith("afterfusion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terminationGracePeriodSeconds: 40 | terminationGracePeriodSecond: 40",
                "terminationGracePeriodSeconds: 40 | terminationGracePeriodSeconds: soon",
                "terminationGracePeriodSeconds: 40 | terminationGracePeriodSeconds: '40'",
                "runAsNonRoot: true                | runAsNonRoot: 'true'",
                "readOnlyRootFilesystem: true      | readOnlyRootFileSystem: true",
                "value: \"true\"                   | value: true",
                "drop: [ALL]                       | drop: ALL",
            })
    void aMistakeIsFound(String right, String wrong) throws IOException {
        var text = Files.readString(FOLDER.resolve("deployment.yaml"));
        assertThat(text).contains(right);

        assertThatThrownBy(() -> read(text.replace(right, wrong))).isInstanceOf(IOException.class);
    }

    @Test
    void selectorsFindThePods() throws IOException {
        var labels = deployment().getSpec().getTemplate().getMetadata().getLabels();

        assertThat(deployment().getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(of(Service.class))
                .allSatisfy(
                        service -> assertThat(service.getSpec().getSelector()).isEqualTo(labels));
        assertThat(of(PodDisruptionBudget.class)).singleElement().satisfies(budget -> assertThat(
                        budget.getSpec().getSelector().getMatchLabels())
                .isEqualTo(labels));
        assertThat(of(NetworkPolicy.class)).singleElement().satisfies(policy -> assertThat(
                        policy.getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(labels));
        assertThat(of(HorizontalPodAutoscaler.class)).singleElement().satisfies(scaler -> assertThat(
                        scaler.getSpec().getScaleTargetRef().getName())
                .isEqualTo(deployment().getMetadata().getName()));
    }

    @Test
    void portsAreThoseOfTheContainer() throws IOException {
        var container =
                deployment().getSpec().getTemplate().getSpec().getContainers().get(0);
        var names = container.getPorts().stream().map(port -> port.getName()).toList();

        assertThat(of(Service.class).stream().flatMap(service -> service.getSpec().getPorts().stream()))
                .allSatisfy(
                        port -> assertThat(names).contains(port.getTargetPort().getStrVal()));
        assertThat(List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
                .allSatisfy(probe ->
                        assertThat(names).contains(probe.getHttpGet().getPort().getStrVal()));
    }

    @Test
    void theListOfFilesIsComplete() throws IOException {
        var listed =
                STRICT.readTree(FOLDER.resolve("kustomization.yaml").toFile()).get("resources");

        assertThat(listed)
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        files().map(file -> file.getFileName().toString()).toList());
    }

    private static ObjectMapper strict() {
        var mapper = YAMLMapper.builder(new YAMLFactory())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // The model keeps unknown fields for newer servers; here they are mistakes.
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Boolean hasAnySetter(Annotated setter) {
                        return false;
                    }
                })
                .build();
        var numbersAndWords = List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean);
        numbersAndWords.forEach(
                type -> mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail));
        Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                .forEach(
                        shape -> mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail));
        return mapper;
    }

    private static List<HasMetadata> read(String text) throws IOException {
        var manifests = new ArrayList<HasMetadata>();
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (documents.hasNextValue()) {
                var document = documents.nextValue();
                var kind = document.get("apiVersion").asText() + " "
                        + document.get("kind").asText();
                assertThat(KINDS).containsKey(kind);
                manifests.add(STRICT.treeToValue(document, KINDS.get(kind)));
            }
        }
        return manifests;
    }

    private static List<HasMetadata> all() throws IOException {
        var manifests = new ArrayList<HasMetadata>();
        for (var file : files().toList()) {
            manifests.addAll(read(Files.readString(file)));
        }
        return manifests;
    }

    private static <T> List<T> of(Class<T> kind) throws IOException {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Deployment deployment() throws IOException {
        return of(Deployment.class).get(0);
    }

    private static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("kustomization.yaml")).sorted().toList().stream();
        }
    }

    private static List<String> kindsBut(String kind) {
        return KINDS.values().stream()
                .map(Class::getSimpleName)
                .filter(name -> !name.equals(kind))
                .toList();
    }
}
