package org.kituo.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kituo.server.Answer;
import org.kituo.server.TestClient;
import org.kituo.server.TestServer;

/** Files, documents and icons. */
class FileResourceTest {
  private static final TestServer server = TestServer.shared();
  private static final TestClient admin = server.admin();

  private static Answer upload(
      TestClient client, String parameters, String name, String type, String content) {
    return client.send(
        "POST",
        "/api/fileResources?" + parameters,
        "multipart/form-data; boundary=xyz",
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n--xyz--\r\n"
            .formatted(name, type, content));
  }

  @Test
  void aFileComesBackAsItWasSent() {
    String uid = TestClient.newUid();
    upload(admin, "domain=DOCUMENT&uid=" + uid, "note.txt", "text/plain", "hello file")
        .expect(202)
        .has("response.fileResource.id", uid)
        .has("response.fileResource.contentLength", 10)
        .has("response.fileResource.contentMd5", "cf0be5077e7ed25a944c353d77df0f10");
    admin.get("/api/fileResources/" + uid + "?fields=name,domain").has("name", "note.txt");
    Answer data = admin.get("/api/fileResources/" + uid + "/data").expect(200);
    assertThat(data.body()).isEqualTo("hello file");
    assertThat(data.header("Content-Disposition")).startsWith("attachment");
    upload(admin, "uid=" + uid, "note.txt", "text/plain", "x").expect(409, "E1119");
  }

  @Test
  void aValueOfSomebodyElseIsNotShown() {
    String uid = TestClient.newUid();
    upload(admin, "uid=" + uid, "scan.txt", "text/plain", "x").expect(202);
    server.userWith().get("/api/fileResources/" + uid + "/data").expect(403, "E1006");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.html, text/html",
    "a.exe, application/octet-stream",
    "page.txt, text/html;charset=UTF-8"
  })
  void whatMightRunIsNotTaken(String name, String type) {
    upload(admin, "domain=DOCUMENT", name, type, "x").expect(409, "E6101");
  }

  @Test
  void aBodyWithoutAFileIsRefused() {
    admin.post("/api/fileResources", "{}").expect(400);
    admin
        .send(
            "POST",
            "/api/fileResources",
            "multipart/form-data; boundary=xyz",
            "--xyz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--xyz--\r\n")
        .expect(400);
  }

  @Test
  void aDocumentIsAFileOrAnAddress() {
    String file = TestClient.newUid();
    String here = TestClient.newUid();
    String there = TestClient.newUid();
    upload(admin, "domain=DOCUMENT&uid=" + file, "note.txt", "text/plain", "hello").expect(202);
    admin
        .post(
            "/api/metadata",
            """
            {'documents': [{'id': '%s', 'name': 'Here %s', 'url': '%s', 'external': false},
                           {'id': '%s', 'name': 'There %s', 'url': 'https://example.org/', 'external': true}]}\
            """
                .formatted(here, here, file, there, there))
        .expect(200);
    assertThat(admin.get("/api/documents/" + here + "/data").expect(200).body()).isEqualTo("hello");
    Answer elsewhere = admin.get("/api/documents/" + there + "/data").expect(302);
    assertThat(elsewhere.header("Location")).isEqualTo("https://example.org/");
  }

  @Test
  void anIconIsAddedChangedFoundAndRemoved() {
    String file = TestClient.newUid();
    String key = "icon_" + file;
    upload(admin, "domain=ICON&uid=" + file, "i.png", "image/png", "png").expect(202);
    String icon =
        "{'key': '%s', 'description': 'A square', 'keywords': ['square'], 'fileResourceId': '%s'}";
    admin.post("/api/icons", icon.formatted(key, file)).expect(201);
    admin.post("/api/icons", icon.formatted(key, file)).expect(400, "E1003");
    admin.post("/api/icons", icon.formatted("no key!", file)).expect(400, "E1003");
    admin.post("/api/icons", icon.formatted(key + "2", "NoSuchFile1")).expect(404);
    admin
        .get("/api/icons?keywords=square&search=A+SQU&fields=key")
        .has("icons.key", java.util.List.of(key));
    admin.put("/api/icons/" + key, "{'keywords': ['black']}").expect(200);
    admin
        .get("/api/icons/" + key)
        .has("description", "A square")
        .has("keywords", java.util.List.of("black"))
        .has("custom", true);
    assertThat(admin.get("/api/icons/" + key + "/icon").expect(200).body()).isEqualTo("png");
    admin.get("/api/fileResources/" + file).has("assigned", true);
    admin.delete("/api/icons/" + key).expect(200);
    admin.get("/api/icons/" + key).expect(404);
  }

  @Test
  void anIconMustBeAPicture() {
    upload(admin, "domain=ICON", "i.txt", "text/plain", "x").expect(409);
  }
}
