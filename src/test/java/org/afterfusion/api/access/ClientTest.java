package org.afterfusion.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "::ffff:192.0.2.1", "proxy.example", "unknown", ""})
    void anAddressOfOneIsOneClient(String address) {
        assertThat(Client.of(address)).isEqualTo(new Client.Address(address));
    }

    @Test
    void theFirstHalfOfALongAddressIsTheClient() {
        assertThat(Client.of("2001:db8:1:2::1"))
                .isEqualTo(Client.of("2001:0db8:0001:0002:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Client.of("2001:db8:1:3::1"));
    }
}
