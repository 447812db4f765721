package org.afterfusion.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Keycloak of its own for the tests, which the build unpacks, and a service that trusts one of its realms. */
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    private static final Path REALMS = Path.of("src/test/resources/identity-provider");
    private static final Path LOG = Path.of("target/keycloak.log");
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[0-9.:]+[0-9])");

    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            var realms = Files.createDirectories(HOME.resolve("data/import"));
            for (var realm : List.of(Keycloak.TRUSTED, Keycloak.STRANGE)) {
                var file = realm + ".json";
                Files.copy(REALMS.resolve(file), realms.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            var keycloak = new Keycloak(startProcess().get(5, TimeUnit.MINUTES));
            return Map.of(
                    Keycloak.ADDRESS,
                    keycloak.address(),
                    Keycloak.PROCESS,
                    String.valueOf(process.pid()),
                    "mp.jwt.verify.issuer",
                    keycloak.issuer(Keycloak.TRUSTED),
                    "mp.jwt.verify.publickey.location",
                    keycloak.keys(Keycloak.TRUSTED),
                    "mp.jwt.verify.audiences",
                    "afterfusion");
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("Keycloak does not start; see " + LOG, e);
        }
    }

    /** Returns the address that it will say it listens on. */
    private CompletableFuture<String> startProcess() throws IOException {
        var command = new ProcessBuilder(
                "bash",
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=0",
                "--db=dev-mem",
                "--cache=local",
                "--import-realm");
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        Keycloak.ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        Keycloak.ADMIN));
        process = command.redirectErrorStream(true).start();
        var address = new CompletableFuture<String>();
        var reader = new Thread(() -> read(process.inputReader(UTF_8), address), "keycloak");
        reader.setDaemon(true);
        reader.start();
        return address;
    }

    private static void read(BufferedReader output, CompletableFuture<String> address) {
        try (var log = Files.newBufferedWriter(LOG)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + "\n");
                var said = ADDRESS.matcher(line);
                if (said.find()) {
                    address.complete(said.group(1));
                }
            }
            address.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            Keycloak.end(process.toHandle());
        }
    }
}
