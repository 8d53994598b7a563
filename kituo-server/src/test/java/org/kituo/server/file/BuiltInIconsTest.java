package org.kituo.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.server.file.BuiltInIcons.BuiltInIcon;

/** The icons that come with the web application. */
class BuiltInIconsTest {
  @TempDir private Path web;

  @Test
  void eachPictureComesInThreeLooks() throws IOException {
    Path icons = Files.createDirectories(web.resolve("icons"));
    Files.writeString(
        icons.resolve("icons.json"),
        "[{\"key\":\"2g\",\"title\":\"Network 2G\",\"tags\":[\"Phone\"],\"path\":\"symbols/2g\"}]");
    for (String look : new String[] {"filled", "outline"}) {
      Path folder = Files.createDirectories(icons.resolve(look).resolve("symbols"));
      Files.writeString(folder.resolve("2g.svg"), "<svg><path fill=\"currentColor\"/></svg>");
    }
    BuiltInIcons builtIn = new BuiltInIcons(Optional.of(web));
    assertThat(builtIn.all())
        .extracting(BuiltInIcon::key)
        .containsExactly("2g_negative", "2g_outline", "2g_positive");
    assertThat(builtIn.find("2g_positive").orElseThrow().svg())
        .isEqualTo("<svg><path fill=\"#000\"/></svg>");
    assertThat(builtIn.find("2g_negative").orElseThrow().svg())
        .isEqualTo(
            "<svg><rect width=\"48\" height=\"48\" rx=\"4\" fill=\"#000\"/><path fill=\"#fff\"/></svg>");
    assertThat(builtIn.find("2g_outline").orElseThrow().words()).contains("phone", "network 2g");
  }

  @Test
  void withoutAWebApplicationThereAreNone() {
    assertThat(new BuiltInIcons(Optional.empty()).all()).isEmpty();
    assertThat(new BuiltInIcons(Optional.of(web)).all()).isEmpty();
  }
}
