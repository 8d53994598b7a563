package org.kituo.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.kituo.store.folder.StartFailure;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, which travel in a jar as a compressed archive per platform and are
 * unpacked once. Unpacking is done in Java: the archive is xz, for which a fresh machine need not
 * have a program.
 *
 * @param home the folder that has {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

  /** Unpacks into {@code <parent>/postgres-<version>} unless it is there already. */
  static PostgresBinaries unpackedIn(Path parent) {
    Path home = parent.resolve("postgres-" + version());
    if (!Files.isDirectory(home)) {
      try {
        unpack(home);
      } catch (IOException e) {
        throw new StartFailure("PostgreSQL cannot be unpacked into " + home + ": " + e, e);
      }
    }
    return new PostgresBinaries(home);
  }

  /** The version of the programs, such as {@code 18.6.0}. */
  static String version() {
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The absolute path of one of the programs. */
  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /**
   * Unpacks beside the goal and renames, so that a crash or a second process never leaves half a
   * folder.
   */
  private static void unpack(Path home) throws IOException {
    Path partial = Files.createTempDirectory(home.getParent(), "postgres-partial-");
    try (InputStream archive = archive();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, entry.resolveIn(partial));
      }
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(partial, home);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
      Folders.delete(partial);
    } catch (IOException e) {
      Folders.delete(partial);
      throw e;
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static InputStream archive() {
    String name = "/postgres-" + system() + "-" + architecture() + ".txz";
    InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
    if (archive == null) {
      throw new StartFailure(
          "This build has no PostgreSQL for "
              + system()
              + " on "
              + architecture()
              + ". Start with --database-url jdbc:postgresql://... to use one of your own.");
    }
    return archive;
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }
}
