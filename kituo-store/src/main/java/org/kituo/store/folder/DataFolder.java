package org.kituo.store.folder;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A data folder held by this process until it is closed. */
public final class DataFolder implements AutoCloseable {
  private static final String LOCK_FILE = "kituo.lock";

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Creates the folder where it is missing and takes its lock.
   *
   * @throws StartFailure when another server holds the folder, or it cannot be written
   */
  public static DataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      createTraversable(path);
      return new DataFolder(path, lock(path));
    } catch (IOException e) {
      throw new StartFailure("The data folder " + path + " cannot be used: " + e, e);
    }
  }

  /** The folder, absolute. */
  public Path path() {
    return path;
  }

  /** A file or folder inside of the data folder. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** Gives the folder back; another server may take it from now on. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of " + path + " cannot be released", e);
    }
  }

  /**
   * Others may pass through the folder (PostgreSQL runs under another account when root starts the
   * server) but not list it; what is inside protects itself.
   */
  private static void createTraversable(Path path) throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK_FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw inUse(path, channel);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StartFailure inUse(Path path, FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    String holder = new String(pid.array(), 0, pid.position(), US_ASCII);
    return new StartFailure(
        "The data folder "
            + path
            + " is in use by another Kituo server (process "
            + holder
            + "). Stop that one, or choose another folder with --data.");
  }
}
