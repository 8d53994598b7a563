package org.kituo.analytics.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kituo.store.feed.FeedPosition;

class BaseFileTest {
  private static final List<FeedPosition> POSITIONS = List.of(new FeedPosition("life", 42));

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    try (BaseFile.Writer writer = new BaseFile.Writer(folder)) {
      for (int subject = 1; subject <= 3; subject++) {
        ColumnsBuilder builder = new ColumnsBuilder();
        for (int unit = 1; unit <= 100; unit++) {
          builder.add(20, unit, 1, 1, unit * subject, unit % 7 == 0 ? "seven" : null);
        }
        writer.add(subject, builder.build(ColumnsBuilder.HEAP));
      }
      writer.finish(POSITIONS);
    }
  }

  @Test
  void isReadAsItWasWritten() {
    BaseFile file = BaseFile.open(folder).orElseThrow();
    assertThat(file.positions()).isEqualTo(POSITIONS);
    assertThat(file.subjects()).containsOnlyKeys(1, 2, 3);
    Columns columns = columns(file, 2);
    assertThat(columns.rows()).isEqualTo(100);
    assertThat(columns.textOf(4)).isEqualTo("10");
    assertThat(columns.textOf(6)).isEqualTo("seven");
  }

  @Test
  void isRefusedWhereverItIsDamaged() throws IOException {
    Path path = folder.resolve("facts.columns");
    byte[] whole = Files.readAllBytes(path);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(whole.length);
      flip(path, at);
      boolean inUse = at < 28 || at >= 64;
      assertThat(BaseFile.open(folder).isEmpty()).as("byte %d", at).isEqualTo(inUse);
      Files.write(path, whole);
    }
  }

  @Test
  void isRefusedWhenItIsCutOff() throws IOException {
    Path path = folder.resolve("facts.columns");
    byte[] whole = Files.readAllBytes(path);
    for (int length : new int[] {0, 1, 63, 64, 1000, whole.length - 1}) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      assertThat(BaseFile.open(folder)).as("length %d", length).isEmpty();
    }
  }

  @Test
  void staysAsItWasWhenTheNextIsNotFinished() throws IOException {
    try (BaseFile.Writer writer = new BaseFile.Writer(folder)) {
      writer.add(9, columns(BaseFile.open(folder).orElseThrow(), 1));
    }
    assertThat(BaseFile.open(folder).orElseThrow().subjects()).containsOnlyKeys(1, 2, 3);
  }

  private static Columns columns(BaseFile file, int subject) {
    return Objects.requireNonNull(file.subjects().get(subject));
  }

  private static void flip(Path path, int at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int was = file.read();
      file.seek(at);
      file.write(was ^ 0x10);
    }
  }
}
