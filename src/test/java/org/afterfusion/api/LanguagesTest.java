package org.afterfusion.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 9110 (12.5.4) and the lookup of RFC 4647 ask of the choice of a language. */
class LanguagesTest {

    private final Languages languages = new Languages(List.of("en", "es"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX | es",
                "es-419;q=0.2, fr | es",
                "ES-mx, en;q=0.9 | es",
                "en;q=0.1, es | es",
                "es;q=0.001, en;q=0.002 | en",
                "en; q=0.1 , es ; q=0.2 | es",
            })
    void theHighestQualityDecides(String accepted, String chosen) {
        assertThat(languages.of(accepted)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es;q=0 | en",
                "en;q=0 | es",
                "en;q=0, fr | es",
                "en;q=0, * | es",
                "en;q=0.0, *;q=0.1 | es",
                "*;q=0.5, es;q=0 | en",
                "*;q=0.5, en;q=0 | es",
                "es;q=0, es-MX | en",
                "*;q=0, es | es",
                "*;q=0, es;q=0.1, en;q=0 | es",
            })
    void whatIsRefusedIsNotChosen(String accepted, String chosen) {
        assertThat(languages.of(accepted)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | en",
                "fr, * | en",
                "en;q=0.1, * | es",
                "en;q=0.1, *;q=0.5 | es",
                "en-GB;q=0.1, *;q=0.5 | es",
                "en;q=0.5, *;q=0.1 | en",
                "es;q=0.3, en;q=0.2, * | es",
            })
    void anyLanguageIsOneThatIsNotNamed(String accepted, String chosen) {
        assertThat(languages.of(accepted)).isEqualTo(chosen);
    }

    /** A refusal of one region says nothing of the language. */
    @Test
    void aRefusedRegionLeavesTheLanguage() {
        assertThat(languages.of("es-MX;q=0, es")).isEqualTo("es");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"none", "''", "fr", "zh-Hant, *-CH", "*;q=0", "en;q=0, es;q=0", "en;q=0, es;q=0, *;q=0"})
    void whereNothingFitsItIsEnglish(String accepted) {
        assertThat(languages.of(accepted)).isEqualTo("en");
    }

    @Test
    void aThirdLanguageIsChosenLikeTheOthers() {
        var three = new Languages(List.of("en", "es", "pt"));

        assertThat(three.of("pt-BR, es;q=0.9")).isEqualTo("pt");
        assertThat(three.of("en;q=0, es;q=0, *")).isEqualTo("pt");
        assertThat(three.of("pt;q=0, es")).isEqualTo("es");
    }
}
