package org.kituo.demo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kituo.demo.figures.Batch;
import org.kituo.demo.payload.Entity;

/** What the loader makes of a server's answers. */
class ServerTest {
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer http;
  private Server server;
  private volatile int status = 200;
  private volatile String answer = "{\"status\":\"OK\"}";

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
    URI base = URI.create("http://localhost:" + http.getAddress().getPort() + "/");
    server = new Server(base, "admin", "district");
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  @Test
  void requestsGoToTheirAddressesInOrder() {
    server.metadata("levels", Map.of("organisationUnitLevels", List.of(new Entity())));
    server.patchAdmin(List.of(new Entity()));
    server.values(batch());
    server.close();
    assertThat(requests)
        .containsExactly(
            "POST /api/metadata?importStrategy=CREATE_AND_UPDATE&atomicMode=ALL",
            "PATCH /api/users/M5zQapPyTZI",
            "POST /api/dataValueSets");
  }

  @Test
  void aRefusedImportListsEveryReason() {
    status = 409;
    answer =
        """
        {"status":"ERROR","message":"One or more errors","response":{"typeReports":[
          {"objectReports":[{"klass":"org.hisp.dhis.dataset.DataSet","uid":"abcdefghij1",
            "errorReports":[{"errorCode":"E4000","message":"Missing name"},
                            {"errorCode":"E4001","message":"Too long"}]}]},
          {"objectReports":[{"klass":"org.hisp.dhis.user.User","uid":"abcdefghij2",
            "errorReports":[{"errorCode":"E5002","message":"Invalid reference"}]}]}]}}
        """;
    assertThatThrownBy(() -> server.metadata("catalogue", Map.of()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("the import of catalogue was refused")
        .hasMessageContaining("HTTP 409 One or more errors")
        .hasMessageContaining("DataSet abcdefghij1: E4000 Missing name")
        .hasMessageContaining("DataSet abcdefghij1: E4001 Too long")
        .hasMessageContaining("User abcdefghij2: E5002 Invalid reference");
  }

  @Test
  void ignoredValuesAreARefusalEvenWhenTheServerOnlyWarns() {
    answer =
        """
        {"status":"WARNING","response":{"importCount":{"updated":1,"ignored":2},
         "conflicts":[{"errorCode":"E8122","value":"not a number","indexes":[3,5]}]}}
        """;
    server.values(batch());
    assertThatThrownBy(() -> server.close())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("batch 1 (Form)")
        .hasMessageContaining("E8122 not a number (2 values)");
  }

  @Test
  void anAnswerThatIsNotJsonIsShown() {
    status = 502;
    answer = "<html>bad gateway</html>";
    assertThatThrownBy(() -> server.patchAdmin(List.of()))
        .hasMessageContaining("HTTP 502")
        .hasMessageContaining("bad gateway");
  }

  private static Batch batch() {
    return new Batch(1, "abcdefghij1", "Form", 1, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
