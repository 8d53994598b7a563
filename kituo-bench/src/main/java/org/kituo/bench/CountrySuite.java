package org.kituo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kituo.bench.Measurement.Unit;
import tools.jackson.databind.JsonNode;

/** Figures of the demo country: created in bulk, seen in analytics, and what dashboards ask. */
final class CountrySuite {
  private static final int SAVED = 20;
  private static final int WRITTEN = 1_000;

  private final Client client;
  private final Arguments arguments;
  private final Country country;

  CountrySuite(Client client, Arguments arguments) {
    this.client = client;
    this.arguments = arguments;
    this.country = Country.in(client);
  }

  /** Asks what dashboards ask. */
  List<Measurement> questions() {
    return Questions.ask(client, country, arguments.clients(), arguments.seconds());
  }

  /** Creates figures, waits for single ones, and has the store of analytics rebuilt. */
  List<Measurement> figures() {
    List<Measurement> measured = new ArrayList<>();
    ValueLoad load = new ValueLoad(client, country);
    measured.add(load.run(arguments.values()));
    double rebuilt = rebuild(client);
    measured.add(
        Measurement.atMost("figure saved -> seen in analytics", seen(load), Unit.SECONDS, 2));
    measured.add(
        Measurement.atMost(
            "the same while %,d values are written each second".formatted(WRITTEN),
            seenWhileWritten(load),
            Unit.SECONDS,
            2));
    measured.add(Measurement.atMost("analytics store rebuilt", rebuilt, Unit.SECONDS, 300));
    return measured;
  }

  /** Starts the job that makes analytics anew, and waits for its end; gives the seconds. */
  static double rebuild(Client client) {
    client.post("/api/configuration/dataOutputPeriodTypes", List.of(Map.of("name", "Monthly")));
    long began = System.nanoTime();
    String job =
        client
            .post("/api/resourceTables/analytics?rebuild=true", Map.of())
            .json()
            .path("response")
            .path("id")
            .asString();
    while (!completed(client.get("/api/system/tasks/ANALYTICS_TABLE/" + job).json())) {
      Pause.millis(50);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static boolean completed(JsonNode notes) {
    for (JsonNode note : notes) {
      if (note.path("completed").asBoolean(false)) {
        return true;
      }
    }
    return false;
  }

  /** The longest that a figure took from being saved to being in an answer, in seconds. */
  private double seen(ValueLoad load) {
    double longest = 0;
    for (int i = 1; i <= SAVED; i++) {
      long began = System.nanoTime();
      String value = Integer.toString(1_000 + i);
      load.save(value);
      while (!load.asked().equals(value)) {
        Pause.millis(10);
      }
      longest = Math.max(longest, (System.nanoTime() - began) / 1e9);
    }
    return longest;
  }

  private double seenWhileWritten(ValueLoad load) {
    AtomicBoolean ended = new AtomicBoolean();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          thread.submit(() -> {
            long second = System.nanoTime();
            for (int round = 1; !ended.get(); round++) {
              load.rewrite(WRITTEN, round);
              second += TimeUnit.SECONDS.toNanos(1);
              Pause.millis(Math.max(0, (second - System.nanoTime()) / 1_000_000));
            }
          });
      double longest = seen(load);
      ended.set(true);
      writing.get();
      return longest;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The writer failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      ended.set(true);
    }
  }
}
