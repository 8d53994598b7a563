package org.kituo.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kituo.bench.Arguments.Suite;
import org.kituo.bench.Measurement.Unit;
import org.kituo.bench.micro.MicroBenchmarks;

/** The command that measures Kituo against its bars. */
public final class Bench {
  private final Arguments arguments;
  private final PrintStream progress;

  private Bench(Arguments arguments, PrintStream progress) {
    this.arguments = arguments;
    this.progress = progress;
  }

  /** Exits with 1 when a bar is missed, and with 2 when the command line is wrong. */
  public static void main(String[] words) throws Exception {
    List<String> all = List.of(words);
    if (all.contains("--help")) {
      System.out.print(Arguments.HELP);
    } else if (all.contains("--micro")) {
      MicroBenchmarks.run(all.getLast());
    } else {
      System.exit(run(all));
    }
  }

  private static int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(words);
    } catch (Arguments.Wrong e) {
      System.err.println(e.getMessage());
      return 2;
    }
    Bench bench = new Bench(arguments, System.err);
    List<Measurement> kituo = new ArrayList<>();
    arguments.suites().forEach(suite -> kituo.addAll(bench.kituo(suite)));
    List<Measurement> dhis2 = new ArrayList<>();
    arguments.dhis2().ifPresent(url -> dhis2.addAll(bench.dhis2(url)));
    System.out.println(Table.of(kituo, dhis2));
    return kituo.stream().anyMatch(Measurement::misses) ? 1 : 0;
  }

  private List<Measurement> kituo(Suite suite) {
    progress.println("=== " + suite);
    Path data = arguments.work().resolve(suite.name());
    return switch (suite) {
      case PACKAGES -> {
        try (LocalServer server = LocalServer.start(arguments.built(), data);
            Client client = Client.of(server.base())) {
          yield packages(client);
        }
      }
      case COUNTRY -> country(data);
      case SCALE -> scale(data);
    };
  }

  private List<Measurement> packages(Client client) {
    return new PackagesSuite(client, arguments.packages()).run();
  }

  private List<Measurement> country(Path data) {
    load(data, countrySizes());
    List<Measurement> measured = new ArrayList<>();
    try (LocalServer server = LocalServer.start(arguments.built(), data);
        Client client = Client.of(server.base())) {
      measured.add(
          Measurement.atMost(
              "start with demo data, second time", server.startSeconds(), Unit.SECONDS, 4));
      Pause.millis(2_000);
      measured.add(memory("memory after start", server, 400));
      CountrySuite suite = new CountrySuite(client, arguments);
      measured.addAll(suite.questions());
      measured.add(memory("memory after analytics", server, 600));
      measured.addAll(suite.figures());
    }
    return measured;
  }

  private List<Measurement> scale(Path data) {
    List<Measurement> measured = new ArrayList<>();
    String size = ", %,d units, %,d users".formatted(arguments.units(), arguments.users());
    long began = System.nanoTime();
    load(data, scaleSizes());
    measured.add(Measurement.of("load" + size, (System.nanoTime() - began) / 1e9, Unit.SECONDS));
    try (LocalServer server = LocalServer.start(arguments.built(), data);
        Client client = Client.of(server.base())) {
      measured.add(Measurement.of("start" + size, server.startSeconds(), Unit.SECONDS));
      measured.add(memory("memory after start" + size, server, 1_500));
      measured.addAll(new ScaleSuite(client, arguments.packages()).run());
      measured.add(memory("memory after all that" + size, server, 1_500));
    }
    return measured;
  }

  private static Measurement memory(String what, LocalServer server, double most) {
    return Measurement.atMost(what, server.residentMegabytes(), Unit.MEGABYTES, most);
  }

  private void load(Path data, List<String> sizes) {
    try (LocalServer server = LocalServer.start(arguments.built(), data)) {
      Country.load(server.base(), sizes, progress);
    }
  }

  private List<String> countrySizes() {
    return List.of(
        "--facilities",
        Integer.toString(arguments.facilities()),
        "--months",
        Integer.toString(arguments.months()));
  }

  private List<String> scaleSizes() {
    return List.of(
        "--facilities",
        Integer.toString(arguments.units()),
        "--users",
        Integer.toString(arguments.users()),
        "--months",
        "1",
        "--values",
        "100000");
  }

  /** The same work on a DHIS2, which is started by others. */
  private List<Measurement> dhis2(URI base) {
    progress.println("=== DHIS2 at " + base);
    try (Client client = Client.of(base)) {
      return switch (arguments.suites().getFirst()) {
        case PACKAGES -> packages(client);
        case COUNTRY -> {
          Country.load(base, countrySizes(), progress);
          CountrySuite.rebuild(client);
          CountrySuite suite = new CountrySuite(client, arguments);
          List<Measurement> measured = new ArrayList<>(suite.questions());
          measured.addAll(suite.figures());
          yield measured;
        }
        case SCALE -> {
          Country.load(base, scaleSizes(), progress);
          yield new ScaleSuite(client, arguments.packages()).run();
        }
      };
    }
  }
}
