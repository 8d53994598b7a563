package org.kituo.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;
import tools.jackson.databind.JsonNode;

/** The description of the Web API. */
class OpenApiTest {
  private static final TestClient admin = TestServer.shared().admin();

  @Test
  void everyTypeHasItsPathsAndItsSchema() {
    JsonNode document = admin.get("/api/openapi.json").expect(200).json();
    assertThat(document.path("openapi").stringValue()).isEqualTo("3.0.0");
    assertThat(document.path("paths").path("/api/dataElements/{uid}").path("put").isObject())
        .isTrue();
    assertThat(document.at("/components/schemas/DataElement/properties/valueType/enum").size())
        .isGreaterThan(20);
  }

  @Test
  void aPartCanBeAskedFor() {
    JsonNode paths = admin.get("/api/constants/openapi.json").expect(200).json().path("paths");
    assertThat(paths.has("/api/constants")).isTrue();
    assertThat(paths.has("/api/dataElements")).isFalse();
    assertThat(admin.get("/api/openapi/openapi.json?path=/api/constants").json().path("paths"))
        .isEqualTo(paths);
    assertThat(admin.get("/api/openapi.yaml").expect(200).header("Content-Type"))
        .startsWith("application/yaml");
  }
}
