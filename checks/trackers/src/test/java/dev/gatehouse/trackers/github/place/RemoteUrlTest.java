package dev.gatehouse.trackers.github.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/octo/shop.git, https://api.github.com",
        "https://user:secret@github.com/octo/shop, https://api.github.com",
        "git@github.com:octo/shop.git, https://api.github.com",
        "ssh://git@github.com/octo/shop.git/, https://api.github.com",
        "ssh://git@ssh.github.com:443/octo/shop.git, https://api.github.com",
        "git://github.com/octo/shop.git, https://api.github.com",
        "git@git.example.org:octo/shop.git, https://git.example.org/api/v3",
        "ssh://git@git.example.org:2222/octo/shop, https://git.example.org/api/v3",
        "https://git.example.org:8443/octo/shop.git, https://git.example.org:8443/api/v3",
        "https://corp.ghe.com/octo/shop, https://api.corp.ghe.com",
        "HTTPS://GitHub.com/octo/shop.GIT, https://api.github.com"
    })
    void everyFormOfGitLeadsToRepositoryAndApi(String url, String api) {
        assertThat(RemoteUrl.parse(url)).hasValueSatisfying(remote -> {
            assertThat(remote.repository()).hasToString("octo/shop");
            assertThat(remote.api()).isEqualTo(api);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/srv/git/shop.git",
                "../shop",
                "C:\\git\\shop",
                "https://github.com/",
                "https://github.com/octo",
                "https://github.com/a/b/c",
                "git@github.com:octo/sh op",
                "file:///srv/octo/shop",
                "https://github.com/../.."
            })
    void whatNamesNoRepositoryIsNone(String url) {
        assertThat(RemoteUrl.parse(url)).isEmpty();
    }
}
