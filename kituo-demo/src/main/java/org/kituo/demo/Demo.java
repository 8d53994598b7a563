package org.kituo.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.kituo.demo.delivery.Destination;
import org.kituo.demo.delivery.Folder;
import org.kituo.demo.delivery.Refused;
import org.kituo.demo.delivery.Server;
import org.kituo.demo.figures.PlantedError;
import org.kituo.demo.people.People;

/** The command that makes the demo country. */
public final class Demo {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Demo() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] words) {
    System.exit(run(List.of(words), Clock.systemDefaultZone(), System.out, System.err));
  }

  /**
   * Runs the command.
   *
   * @param words the command line, see {@code --help}
   * @param clock tells the last complete month
   * @return 0 when all was done, 1 when it failed, 2 when the command line is wrong
   */
  public static int run(List<String> words, Clock clock, PrintStream out, PrintStream err) {
    if (words.contains("--help")) {
      out.print(Arguments.HELP);
      return DONE;
    }
    try {
      make(Arguments.parse(words, YearMonth.now(clock).minusMonths(1)), out);
      return DONE;
    } catch (Arguments.Wrong wrong) {
      err.println(wrong.getMessage());
      err.println("--help lists the flags");
      return MISUSED;
    } catch (Refused | UncheckedIOException failure) {
      err.println(failure.getMessage());
      return FAILED;
    }
  }

  private static void make(Arguments arguments, PrintStream out) {
    try (Destination to = destination(arguments)) {
      List<PlantedError> planted = new Loading(Plan.of(arguments), arguments, to, out).run();
      out.println(planted.size() + " planted errors");
      Path list = arguments.planted();
      if (list != null) {
        write(list, PlantedError.csv(planted));
      }
    }
    for (People.Login login : People.LOGINS) {
      out.printf("%-10s %-14s %s%n", login.username(), login.password(), login.does());
    }
  }

  private static Destination destination(Arguments a) {
    if (a.base() != null) {
      return new Server(a.base(), a.user(), a.password());
    }
    if (a.out() != null) {
      return new Folder(a.out());
    }
    throw new IllegalArgumentException("neither a server nor a folder");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
