package org.kituo.store.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void isCreatedWithItsParents() {
    Path path = parent.resolve("a/b");
    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(folder.path()).isDirectory().isAbsolute();
    }
  }

  @Test
  void refusesASecondHolderAndNamesTheFirst() {
    try (DataFolder folder = DataFolder.open(parent)) {
      assertThatThrownBy(() -> DataFolder.open(folder.path()))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use by another Kituo server")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    DataFolder.open(parent).close();
  }

  @Test
  void refusesAHolderInAnotherProcess() throws Exception {
    Process process;
    try (DataFolder folder = DataFolder.open(parent)) {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      OpenOnce.class.getName(),
                      folder.path().toString()))
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(output).contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void saysWhenTheFolderCannotBeMade() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(file.toString());
  }

  /** A program that opens a data folder and ends. */
  static final class OpenOnce {
    private OpenOnce() {}

    public static void main(String[] args) {
      DataFolder.open(Path.of(args[0])).close();
    }
  }
}
