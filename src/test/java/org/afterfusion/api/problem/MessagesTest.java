package org.afterfusion.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void theLanguagesOfTheServiceAreComplete() {
        var messages = new Messages(List.of("en", "es"));

        assertThat(messages.in("es").getString("not-found.title")).isEqualTo("No existe");
        assertThat(messages.in("es").keySet()).isEqualTo(messages.in("en").keySet());
    }

    @Test
    void aLanguageWithoutItsFileIsRefused() {
        assertThatThrownBy(() -> new Messages(List.of("en", "tlh")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no /problems/messages_tlh.properties on the class path");
    }

    /** The file of this one lacks nearly everything, has a key too many, a blank text and a place to fill too few. */
    @Test
    void aLanguageThatLacksMessagesIsRefusedWithTheirNames() {
        assertThatThrownBy(() -> new Messages(List.of("en", "qaa")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("qaa: not-found.title")
                .hasMessageContaining("qaa: one-too-many")
                .hasMessageContaining("qaa: not-found.detail")
                .hasMessageContaining("qaa: fault.out-of-range")
                .message()
                .doesNotContain("qaa: forbidden.title", "en: ");
    }
}
