package org.kituo.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kituo.store.folder.StartFailure;

/**
 * The operating-system account under which PostgreSQL runs. That is the server's own account,
 * except when root starts the server: PostgreSQL refuses root, and then an existing unprivileged
 * account stands in.
 *
 * @param name for messages
 * @param uid the account's number
 * @param gid the number of its main group
 * @param switched whether it differs from the account of this process
 */
record Account(String name, long uid, long gid, boolean switched) {
  private static final long ROOT = 0;
  private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

  /**
   * The account for a cluster: its owner where the cluster exists, so that a second start finds its
   * files readable.
   *
   * @throws StartFailure when this process may not act as the owner, or root finds no account to
   *     switch to
   */
  static Account forCluster(Path cluster) {
    UnixSystem self = new UnixSystem();
    Optional<Long> owner = ownerOf(cluster);
    if (self.getUid() != ROOT) {
      if (owner.isPresent() && owner.get() != self.getUid()) {
        throw new StartFailure(
            "The database in "
                + cluster
                + " belongs to another account (number "
                + owner.get()
                + "), as it was made by a server that root had started. Start as root again, or give the folder to "
                + self.getUsername()
                + " (chown -R).");
      }
      return new Account(self.getUsername(), self.getUid(), self.getGid(), false);
    }
    List<Account> known = accounts();
    return owner
        .filter(uid -> uid != ROOT)
        .map(uid ->
            known.stream()
                .filter(account -> account.uid == uid)
                .findFirst()
                .orElse(new Account("number " + uid, uid, uid, true)))
        .or(() -> UNPRIVILEGED.stream().flatMap(n -> named(known, n).stream()).findFirst())
        .orElseThrow(() ->
            new StartFailure(
                "PostgreSQL refuses to run as root, and there is neither an account 'postgres' nor 'nobody' to"
                    + " run it under. Start Kituo as an ordinary user."));
  }

  /** The command, preceded by what is needed to run it under this account. */
  List<String> command(List<String> command) {
    if (!switched) {
      return command;
    }
    List<String> all =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
    all.addAll(command);
    return List.copyOf(all);
  }

  /** Makes this account the owner of a file or folder. */
  void own(Path path) throws IOException {
    if (switched) {
      Files.setAttribute(path, "unix:uid", Math.toIntExact(uid));
      Files.setAttribute(path, "unix:gid", Math.toIntExact(gid));
    }
  }

  /** Whether this account may pass through the folder and all above it. */
  boolean reaches(Path folder) {
    return !switched
        || ProgramRun.of(command(List.of("test", "-x", folder.toString()))).succeeded();
  }

  private static Optional<Account> named(List<Account> accounts, String name) {
    return accounts.stream().filter(account -> account.name.equals(name)).findFirst();
  }

  private static Optional<Long> ownerOf(Path path) {
    try {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(((Number) Files.getAttribute(path, "unix:uid")).longValue())
          : Optional.empty();
    } catch (IOException e) {
      throw new StartFailure("The owner of " + path + " cannot be read: " + e, e);
    }
  }

  /** The accounts of this machine, each line being {@code name:x:uid:gid:...}. */
  private static List<Account> accounts() {
    try (var lines = Files.lines(Path.of("/etc/passwd"), UTF_8)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length >= 4)
          .map(fields ->
              new Account(fields[0], Long.parseLong(fields[2]), Long.parseLong(fields[3]), true))
          .toList();
    } catch (IOException e) {
      throw new StartFailure("The accounts of this machine cannot be read: " + e, e);
    }
  }
}
