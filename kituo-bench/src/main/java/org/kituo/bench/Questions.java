package org.kituo.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.kituo.bench.Measurement.Unit;

/** What dashboards ask, by several clients at once, each with a session of its own. */
final class Questions {
  private static final double MOST_MILLIS = 25;
  private static final double FIRST_MILLIS = 500;

  private Questions() {}

  static List<Measurement> ask(Client client, Country country, int clients, int seconds) {
    List<String> questions = of(country);
    double slowest = questions.stream().mapToDouble(q -> client.get(q).seconds()).max().orElse(0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<List<Double>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        int first = i;
        running.add(threads.submit(() -> ask(client, questions, first, end)));
      }
    }
    List<Double> all = new ArrayList<>();
    running.forEach(one -> all.addAll(answers(one)));
    Collections.sort(all);
    String what = "dashboards' questions, %d clients, ".formatted(clients);
    return List.of(
        Measurement.atMost(
            "slowest of the dashboards' questions, asked the first time",
            slowest * 1e3,
            Unit.MILLISECONDS,
            FIRST_MILLIS),
        Measurement.of(what + "p50", Percentile.of(all, 0.5) * 1e3, Unit.MILLISECONDS),
        Measurement.atMost(
            what + "p95", Percentile.of(all, 0.95) * 1e3, Unit.MILLISECONDS, MOST_MILLIS),
        Measurement.of(what + "each second", all.size() / (double) seconds, Unit.PER_SECOND));
  }

  private static List<Double> ask(Client like, List<String> questions, int first, long end) {
    List<Double> seconds = new ArrayList<>();
    try (Client client = Client.of(like.base())) {
      for (int i = first; System.nanoTime() < end; i++) {
        seconds.add(client.get(questions.get(i % questions.size())).seconds());
      }
    }
    return seconds;
  }

  private static List<Double> answers(Future<List<Double>> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<String> of(Country country) {
    List<String> months = Country.months(12);
    List<String> year = List.of(months.getLast().substring(0, 4));
    List<String> quarters =
        List.of("1", "2", "3", "4").stream().map(n -> year.getFirst() + "Q" + n).toList();
    List<String> root = List.of(country.root());
    List<String> regions = List.of("LEVEL-2", country.root());
    return List.of(
        question(country.elements(), 1, months, root),
        question(country.elements(), 8, months, regions),
        question(country.elements(), 8, quarters, List.of("LEVEL-3", country.root())),
        question(country.indicators(), 10, months, root),
        question(country.indicators(), 30, year, regions),
        question(country.elements(), 150, year, root),
        question(country.elements(), 20, months, List.of(country.facility())),
        question(country.elements(), 4, year, List.of("LEVEL-4", country.region())));
  }

  private static String question(
      List<String> items, int most, List<String> periods, List<String> units) {
    List<String> some = items.subList(0, Math.min(most, items.size()));
    return "/api/analytics?dimension=dx:%s&dimension=pe:%s&dimension=ou:%s"
        .formatted(String.join(";", some), String.join(";", periods), String.join(";", units));
  }
}
