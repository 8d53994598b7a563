package org.kituo.demo.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.kituo.demo.figures.Batch;
import org.kituo.demo.payload.Entity;
import org.kituo.demo.payload.Uid;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks the Web API. Requests are sent one after the other; while one batch of
 * values is on its way, the next is being made.
 */
public final class Server implements Destination {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String IMPORT =
      "/api/metadata?importStrategy=CREATE_AND_UPDATE&atomicMode=ALL";

  private final JsonMapper json = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final String base;
  private final String authorization;
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

  /** The server at this address, as this user. */
  public Server(URI base, String user, String password) {
    this.base = base.toString().replaceAll("/+$", "");
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(login);
  }

  @Override
  public void metadata(String name, Map<String, ? extends Collection<Entity>> objects) {
    HttpRequest request =
        to(IMPORT, "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(objects)))
            .build();
    now(request).demandAccepted("the import of " + name);
  }

  @Override
  public void patchAdmin(List<Entity> operations) {
    HttpRequest request =
        to("/api/users/" + Uid.ADMIN, "application/json-patch+json")
            .method("PATCH", BodyPublishers.ofByteArray(json.writeValueAsBytes(operations)))
            .build();
    now(request).demandAccepted("the change of the user admin");
  }

  @Override
  public void values(Batch batch) {
    close();
    HttpRequest request =
        to("/api/dataValueSets", "application/json")
            .POST(BodyPublishers.ofByteArray(batch.json()))
            .build();
    String name = "batch " + batch.number() + " (" + batch.dataSetName() + ")";
    underWay =
        client
            .sendAsync(request, BodyHandlers.ofString())
            .thenAccept(r -> new Answer(r.statusCode(), r.body()).demandAccepted(name));
  }

  @Override
  public void close() {
    try {
      underWay.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private HttpRequest.Builder to(String path, String contentType) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", authorization)
        .header("Accept", "application/json")
        .header("Content-Type", contentType);
  }

  private Answer now(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + base + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
