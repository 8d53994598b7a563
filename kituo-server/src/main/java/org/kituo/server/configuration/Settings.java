package org.kituo.server.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The texts that were configured, by key, with the place that each comes from, and the problems met
 * on the way. A flag wins over the environment, and that over the file. Reading goes on after a
 * problem, so that all are reported at once.
 */
final class Settings {
  private record Text(String value, String source) {}

  private final Map<String, Key<?>> known = new HashMap<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  Settings(List<Key<?>> keys) {
    keys.forEach(key -> known.put(key.name(), key));
  }

  /** Reads flags: {@code --name value}, {@code --name=value}, or {@code --name} for a switch. */
  void readFlags(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String[] parts = argument.split("=", 2);
      Key<?> key = parts[0].startsWith("--") ? known.get(parts[0].substring(2)) : null;
      boolean valueFollows = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
      if (key == null) {
        problems.add("There is no option " + parts[0] + "; --help lists them.");
        i += argument.startsWith("--") && parts.length == 1 && valueFollows ? 1 : 0;
      } else if (parts.length == 2) {
        put(key, parts[1], "option " + parts[0]);
      } else if (key.isSwitch()) {
        put(key, "true", "option " + argument);
      } else if (valueFollows) {
        i++;
        put(key, arguments.get(i), "option " + argument);
      } else {
        problems.add("The option " + argument + " needs a value: " + key.placeholder() + ".");
      }
    }
  }

  /** Reads the variables that begin with {@code KITUO_}. */
  void readEnvironment(Map<String, String> environment) {
    Map<String, Key<?>> byVariable = new HashMap<>();
    known.values().forEach(key -> byVariable.put(key.variable(), key));
    for (String variable : new TreeSet<>(environment.keySet())) {
      if (!Key.isVariable(variable)) {
        continue;
      }
      Key<?> key = byVariable.get(variable);
      if (key == null) {
        problems.add("There is no setting for the environment variable " + variable + ".");
      } else {
        put(key, environment.getOrDefault(variable, ""), "environment variable " + variable);
      }
    }
  }

  /** Reads a properties file. */
  void readFile(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("The configuration file " + file + " cannot be read: " + e);
      return;
    }
    for (String name : new TreeSet<>(lines.stringPropertyNames())) {
      Key<?> key = known.get(name);
      if (key == null) {
        problems.add("There is no setting '" + name + "', which is in " + file + ".");
      } else {
        put(key, lines.getProperty(name, ""), "setting '" + name + "' in " + file);
      }
    }
  }

  /** The value of a key; empty where neither it nor a standard is given, or it is malformed. */
  <T> Optional<T> get(Key<T> key) {
    Optional<Text> text =
        Optional.ofNullable(texts.get(key.name()))
            .or(() -> key.standard().map(value -> new Text(value, "standard value")));
    return text.flatMap(given -> parse(key, given));
  }

  /** Whether a key was configured, well or badly. */
  boolean has(Key<?> key) {
    return texts.containsKey(key.name());
  }

  /** Notes what is wrong with the combination of keys. */
  void problem(String problem) {
    problems.add(problem);
  }

  /** All problems so far. */
  List<String> problems() {
    return problems;
  }

  private <T> Optional<T> parse(Key<T> key, Text text) {
    try {
      return Optional.of(key.parser().apply(text.value()));
    } catch (IllegalArgumentException e) {
      String problem =
          "The %s must be %s, not '%s'.".formatted(text.source(), e.getMessage(), text.value());
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
      return Optional.empty();
    }
  }

  private void put(Key<?> key, String value, String source) {
    texts.putIfAbsent(key.name(), new Text(value.strip(), source));
  }
}
