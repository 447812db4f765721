package org.afterfusion.readability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

    @ParameterizedTest
    @CsvSource({
        "1, leg nerve pain can't moved clothes aches changed judge eye tight scarred played 38 team's weigh",
        "2, ankle muscle surgeon patient fluid people something sometimes every evening needed changes settled careful",
        "2, movement diet spasm tissue being trying agree fusion safety X-ray issue numbness bandage unique",
        "3, surgery hospital infection anyone medicine artery area usual ambulance continue easier previous",
        "3, electric exercise disagree physical MRI reaction everyone involvement",
        "4, operation temperature emergency usually diabetes irritated especially experience evacuate",
        "5, inflammatory abnormality immediately evacuation",
        "6, radiculopathy osteoarthritis",
        "7, anti-inflammatory",
    })
    void english(int syllables, String words) {
        for (var word : words.split(" ")) {
            assertThat(EnglishSyllables.count(word)).as(word).isEqualTo(syllables);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, pie bien muy hay pues buey Dios 38",
        "2, pierna queja guerra día frío ciudad causa huele leer caer cuello ayer reír cuidar quieto",
        "3, ahora músculo poeta vergüenza cigüeña ahínco prohíbe farmacia oído infección",
        "4, operación cirugía medicina vehículo aéreo ambulancia resonancia",
        "5, temperatura radiografía tomografía articulación fisioterapia",
        "6, fisioterapeuta adormecimiento",
        "7, anticoagulante",
    })
    void spanish(int syllables, String words) {
        for (var word : words.split(" ")) {
            assertThat(SpanishSyllables.count(word)).as(word).isEqualTo(syllables);
        }
    }
}
