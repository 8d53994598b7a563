package org.kituo.analytics.columns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.kituo.store.feed.FeedPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns of all subjects at a moment, in a file that is mapped into memory. It is written
 * once, under another name, forced to disk and renamed; so there is a whole file or none, whenever
 * the process dies. Every part has a checksum that is looked at when the file is opened: what is
 * damaged in any way is as good as missing, and made anew from PostgreSQL.
 *
 * <pre>
 * head       magic and version, place and length of the directory, its checksum, that of the head
 * images     the columns of each subject, see {@link ColumnLayout}
 * directory  the positions in the feeds of the sources; subject, place, length and checksum of each
 * </pre>
 *
 * @param subjects the columns by subject
 * @param positions up to where changes are in, by source
 */
record BaseFile(Map<Integer, Columns> subjects, List<FeedPosition> positions) {
  private static final Logger LOG = LoggerFactory.getLogger(BaseFile.class);
  private static final String NAME = "facts.columns";
  private static final String UNFINISHED = NAME + ".new";

  /** To be changed with the layout: files of another are made anew. */
  private static final long MAGIC = ByteBuffer.wrap("KITUOF01".getBytes(UTF_8)).getLong();

  private static final int HEAD_BYTES = 64;

  /** Opens the file of a folder; empty if there is none that can be relied on. */
  static Optional<BaseFile> open(Path folder) {
    Path file = folder.resolve(NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Optional.of(read(channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      LOG.warn("{} cannot be used and is made anew: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static BaseFile read(MemorySegment file) throws IOException {
    ByteBuffer head = file.asSlice(0, HEAD_BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
    long magic = head.getLong();
    long directoryAt = head.getLong();
    int directoryBytes = head.getInt();
    int directoryChecksum = head.getInt();
    int headChecksum = checksum(file.asSlice(0, head.position()));
    if (magic != MAGIC || head.getInt() != headChecksum) {
      throw new IOException("The head is not right");
    }
    MemorySegment directory = file.asSlice(directoryAt, directoryBytes);
    if (checksum(directory) != directoryChecksum) {
      throw new IOException("The directory is damaged");
    }
    byte[] bytes = directory.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(file, in);
    }
  }

  private static BaseFile read(MemorySegment file, DataInputStream directory) throws IOException {
    List<FeedPosition> positions = new ArrayList<>();
    int sources = directory.readInt();
    for (int i = 0; i < sources; i++) {
      positions.add(new FeedPosition(directory.readUTF(), directory.readLong()));
    }
    Map<Integer, Columns> subjects = new HashMap<>();
    int count = directory.readInt();
    for (int i = 0; i < count; i++) {
      int subject = directory.readInt();
      MemorySegment image = file.asSlice(directory.readLong(), directory.readLong());
      if (checksum(image) != directory.readInt()) {
        throw new IOException("The columns of subject " + subject + " are damaged");
      }
      subjects.put(subject, new Columns(image));
    }
    if (directory.read() >= 0) {
      throw new EOFException("The directory is too long");
    }
    return new BaseFile(subjects, positions);
  }

  private static int checksum(MemorySegment bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.asByteBuffer());
    return (int) checksum.getValue();
  }

  /** A file in the making. Closed before it is finished, it never was. */
  static final class Writer implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final DataOutputStream directory = new DataOutputStream(entries);
    private long end = HEAD_BYTES;
    private int count;

    Writer(Path folder) throws IOException {
      this.folder = Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(UNFINISHED),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }

    /** Adds a subject. */
    void add(int subject, Columns columns) throws IOException {
      MemorySegment image = columns.image();
      directory.writeInt(subject);
      directory.writeLong(end);
      directory.writeLong(image.byteSize());
      directory.writeInt(checksum(image));
      write(image.asByteBuffer());
      count++;
    }

    /** Puts the file in the place of the one before, on disk for certain, and opens it. */
    BaseFile finish(List<FeedPosition> positions) throws IOException {
      byte[] bytes = directoryOf(positions);
      long directoryAt = end;
      write(ByteBuffer.wrap(bytes));
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.nativeOrder());
      head.putLong(MAGIC).putLong(directoryAt).putInt(bytes.length);
      head.putInt(checksum(MemorySegment.ofArray(bytes)));
      head.putInt(checksum(MemorySegment.ofArray(head.array()).asSlice(0, head.position())));
      end = 0;
      write(head.clear());
      channel.force(true);
      Files.move(folder.resolve(UNFINISHED), folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directoryEntry = FileChannel.open(folder, StandardOpenOption.READ)) {
        directoryEntry.force(true);
      }
      return open(folder).orElseThrow(() -> new IOException("The file was not written right"));
    }

    private byte[] directoryOf(List<FeedPosition> positions) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(positions.size());
      for (FeedPosition position : positions) {
        out.writeUTF(position.generation());
        out.writeLong(position.transaction());
      }
      out.writeInt(count);
      out.write(entries.toByteArray());
      return bytes.toByteArray();
    }

    private void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(folder.resolve(UNFINISHED));
    }
  }
}
