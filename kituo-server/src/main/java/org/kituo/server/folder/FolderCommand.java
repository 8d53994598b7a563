package org.kituo.server.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kituo.model.metadata.MetadataTypes;
import org.kituo.model.schema.ObjectType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that compare a folder of metadata with a server, and make one like the other. */
public final class FolderCommand {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FIELDS =
      ":owner,!created,!createdBy,!lastUpdated,!lastUpdatedBy,!favorites,!subscribers,!lastLogin";
  private static final List<String> COMMANDS = List.of("export", "plan", "apply");

  private static final String HELP =
      """
      Metadata as files, one object a file, for keeping it in git:
        export DIR    write the metadata of a server into a folder
        plan DIR      show in words what apply would change
        apply DIR     make the server's metadata as the folder says, all or nothing
      Their options:
        --server URL            the server [http://localhost:8080]
        --user NAME             the user [admin]
        --password-file FILE    a file with the password; else it is asked for
        --token-file FILE       a file with a personal access token, instead of user and password
        --types TYPE,TYPE       the types, such as dataElements,indicators
                                [export: all but users; plan and apply: those in the folder]
        --whole                 for plan and apply: the folder has all objects of its types, so that
                                others are deleted
      """;

  private final String command;
  private final Path folder;
  private final Map<String, String> options;
  private final PrintStream out;

  private FolderCommand(String command, Path folder, Map<String, String> options, PrintStream out) {
    this.command = command;
    this.folder = folder;
    this.options = options;
    this.out = out;
  }

  /** The help text. */
  public static String help() {
    return HELP;
  }

  /** Whether a command line is for here. */
  public static boolean isMeantBy(List<String> arguments) {
    return !arguments.isEmpty() && COMMANDS.contains(arguments.getFirst());
  }

  /**
   * Carries out a command line.
   *
   * @return the exit status: 0 when done (for plan: when it is possible), 1 when the server
   *     refuses, 2 when the command line is wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    FolderCommand command;
    try {
      command = parse(arguments, out);
    } catch (CommandFailure e) {
      err.println(e.getMessage());
      return 2;
    }
    try {
      return command.run() ? 0 : 1;
    } catch (CommandFailure e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("The server does not answer: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static FolderCommand parse(List<String> arguments, PrintStream out) {
    Map<String, String> options = new HashMap<>();
    List<String> others = new ArrayList<>();
    List<String> valued =
        List.of("--server", "--user", "--password-file", "--token-file", "--types");
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--whole")) {
        options.put(argument, "");
      } else if (valued.contains(argument) && i + 1 < arguments.size()) {
        i++;
        options.put(argument, arguments.get(i));
      } else if (argument.startsWith("--")) {
        throw new CommandFailure(
            "There is no option " + argument + ", or its value is missing.\n" + HELP);
      } else {
        others.add(argument);
      }
    }
    if (others.size() != 1) {
      throw new CommandFailure("One folder is needed.\n" + HELP);
    }
    return new FolderCommand(arguments.getFirst(), Path.of(others.getFirst()), options, out);
  }

  private boolean run() throws IOException, InterruptedException {
    MetadataFolder files = new MetadataFolder(folder);
    if (command.equals("export")) {
      List<ObjectType<?>> types = types(exported());
      String parameters =
          types.stream().map(t -> t.plural() + "=true").collect(Collectors.joining("&"));
      JsonNode bundle =
          call("GET", "/api/metadata?" + parameters + "&translate=false&fields=" + FIELDS, null);
      out.println(files.write(bundle, types) + " objects are in " + folder + ".");
      return true;
    }
    List<ObjectType<?>> types = types(files.types());
    var bundle = files.read();
    bundle.retain(types.stream().map(ObjectType::plural).toList());
    String whole =
        options.containsKey("--whole")
            ? types.stream().map(ObjectType::plural).collect(Collectors.joining(","))
            : "";
    JsonNode plan = call("POST", "/api/kituo/" + command + "?whole=" + whole, bundle.toString());
    show(plan);
    return plan.path("possible").asBoolean();
  }

  private static List<ObjectType<?>> exported() {
    return MetadataTypes.ALL.stream()
        .filter(t -> !t.facts().secondary() && !List.of("users", "apiToken").contains(t.plural()))
        .toList();
  }

  private List<ObjectType<?>> types(List<ObjectType<?>> otherwise) {
    String named = options.get("--types");
    if (named == null) {
      return otherwise;
    }
    List<ObjectType<?>> types = new ArrayList<>();
    for (String plural : named.split(",")) {
      ObjectType<?> type = MetadataTypes.byPlural(plural.strip());
      if (type == null) {
        throw new CommandFailure("There is no type " + plural + ".");
      }
      types.add(type);
    }
    return types;
  }

  private void show(JsonNode plan) {
    for (JsonNode step : plan.path("steps")) {
      String sign =
          switch (step.path("action").asString()) {
            case "CREATE" -> "+";
            case "DELETE" -> "-";
            default -> "~";
          };
      out.printf(
          "%s %s %s  %s%n",
          sign,
          step.path("type").asString(),
          step.path("id").asString(),
          step.path("name").asString());
      step.path("changes").forEach(change -> out.println("    " + change.path("words").asString()));
    }
    plan.path("errors")
        .forEach(error ->
            out.printf(
                "! %s %s  %s: %s%n",
                error.path("type").asString(""),
                error.path("id").asString(""),
                error.path("errorCode").asString(),
                error.path("message").asString()));
    boolean possible = plan.path("possible").asBoolean();
    int steps = plan.path("steps").size();
    out.println(
        !possible
            ? "Nothing can be changed until the errors are mended."
            : steps == 0
                ? "The server is as the folder says."
                : steps
                    + (command.equals("apply")
                        ? " objects were changed."
                        : " objects would change."));
  }

  private JsonNode call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String server = options.getOrDefault("--server", "http://localhost:8080");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Authorization", authorization())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() == 200 || json.has("possible")) {
        return json;
      }
      throw new CommandFailure(
          "The server refuses (%d): %s"
              .formatted(answer.statusCode(), json.path("message").asString("no reason given")));
    } catch (JacksonException e) {
      throw new CommandFailure("At " + server + " is no Kituo server: its answer is not JSON.");
    }
  }

  private String authorization() throws IOException {
    String token = options.get("--token-file");
    if (token != null) {
      return "ApiToken " + Files.readString(Path.of(token), UTF_8).strip();
    }
    String user = options.getOrDefault("--user", "admin");
    String file = options.get("--password-file");
    String password = file == null ? asked(user) : Files.readString(Path.of(file), UTF_8).strip();
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  private static String asked(String user) {
    return Optional.ofNullable(System.console())
        .map((Console console) -> console.readPassword("Password of %s: ", user))
        .map(String::new)
        .orElseThrow(() ->
            new CommandFailure("Give a --password-file or a --token-file: nobody can be asked."));
  }
}
