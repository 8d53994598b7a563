package org.kituo.server.file;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kituo.model.access.AccessRules;
import org.kituo.model.access.AccessRules.Action;
import org.kituo.model.access.Actor;
import org.kituo.model.bundle.Uid;
import org.kituo.model.metadata.Document;
import org.kituo.model.metadata.FileResource;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.constant.FileResourceDomain;
import org.kituo.model.metadata.constant.FileResourceStorageStatus;
import org.kituo.model.query.FieldsPlan;
import org.kituo.model.query.FieldsWriter;
import org.kituo.model.schema.Identity;
import org.kituo.model.schema.ObjectType;
import org.kituo.model.schema.Ref;
import org.kituo.model.schema.Sharing;
import org.kituo.model.snapshot.View;
import org.kituo.server.authentication.CurrentUser;
import org.kituo.server.dimension.MixedList;
import org.kituo.server.http.Answers;
import org.kituo.server.http.Problem;
import org.kituo.server.http.Requests;
import org.kituo.server.metadata.NewUids;
import org.kituo.server.metadata.Views;
import org.kituo.store.file.FileTable;
import org.kituo.store.file.StoredFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Uploaded files, and the documents that are such files or stand elsewhere in the web. */
public final class FileResourceRoutes {
  private static final String PATH = "/api/fileResources";

  /** What is told of a file; its sharing is that of what uses it. */
  private static final String FIELDS =
      "name,created,lastUpdated,translations,createdBy,lastUpdatedBy,sharing,contentType,"
          + "contentLength,contentMd5,assigned,domain,hasMultipleStorageFiles,storageStatus,"
          + "displayName,user,id,attributeValues";

  /** Files that everybody may see, as they illustrate what everybody sees. */
  private static final Set<FileResourceDomain> PUBLIC =
      Set.of(
          FileResourceDomain.ICON,
          FileResourceDomain.ORG_UNIT,
          FileResourceDomain.USER_AVATAR,
          FileResourceDomain.DOCUMENT);

  private final FileTable files;
  private final Views views;

  /** Routes over files. */
  public FileResourceRoutes(FileTable files, Views views) {
    this.files = files;
    this.views = views;
  }

  /** The routes. */
  public RouterFunction<ServerResponse> routes() {
    return route(POST(PATH), this::upload)
        .and(route(GET(PATH), this::list))
        .and(route(GET(PATH + "/{uid}"), this::one))
        .and(route(GET(PATH + "/{uid}/data"), this::data))
        .and(route(GET("/api/documents/{uid}/data"), this::document));
  }

  private ServerResponse upload(ServerRequest request) {
    View view = views.of(request);
    FileResourceDomain domain = Requests.constant(request, "domain", FileResourceDomain.DATA_VALUE);
    String uid = Requests.text(request, "uid");
    if (uid != null && !Uid.isUid(uid)) {
      throw Problem.badRequest(null, "The parameter uid must be an identifier.");
    }
    return answer(keep(request, domain, uid == null ? NewUids.next() : uid, view), view);
  }

  /** Keeps the file of a form. */
  StoredFile keep(ServerRequest request, FileResourceDomain domain, String uid, View view) {
    Upload upload = Upload.of(request);
    upload.check(domain);
    StoredFile file =
        new StoredFile(
            uid,
            upload.name(),
            upload.contentType(),
            upload.content().length,
            md5(upload.content()),
            domain.name(),
            false,
            LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS),
            view.userId());
    if (!files.add(file, upload.content())) {
      throw Problem.conflict("E1119", "FileResource already exists: `" + file.uid() + "`");
    }
    return file;
  }

  /** Tells what was kept. */
  static ServerResponse answer(StoredFile file, View view) {
    Sharing own = new Sharing(view.userId(), Sharing.NO_ACCESS, Map.of(), Map.of());
    return Answers.message(
        HttpStatus.ACCEPTED,
        "OK",
        null,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("responseType", "FileResource");
          json.writeName("fileResource");
          new FieldsWriter(json, view).write(object(file, own), plan(FIELDS));
          json.writeEndObject();
        });
  }

  private static String md5(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(content);
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  private static FieldsPlan plan(String fields) {
    return FieldsPlan.compile(ObjectType.of(FileResource.class), fields);
  }

  private static FileResource object(StoredFile file, Sharing sharing) {
    Ref<User> by = new Ref<>(file.createdBy());
    return new FileResource(
        new Identity(
            file.uid(),
            null,
            file.created(),
            file.created(),
            by,
            by,
            sharing,
            List.of(),
            List.of()),
        file.assigned(),
        file.length(),
        file.md5(),
        file.contentType(),
        FileResourceDomain.valueOf(file.domain()),
        false,
        file.name(),
        FileResourceStorageStatus.STORED);
  }

  private ServerResponse one(ServerRequest request) {
    View view = views.of(request);
    StoredFile file = find(request.pathVariable("uid"));
    List<String> fields = Requests.texts(request, "fields");
    FieldsPlan plan = plan(fields.isEmpty() ? FIELDS : String.join(",", fields));
    return Answers.json(
        json -> new FieldsWriter(json, view).write(object(file, Sharing.NONE), plan));
  }

  /** All files for a superuser, their own for others. */
  private ServerResponse list(ServerRequest request) {
    Actor actor = CurrentUser.actor(request);
    List<FileResource> own =
        files.all().stream()
            .filter(file -> mayRead(file, actor))
            .map(file -> object(file, Sharing.NONE))
            .toList();
    return new MixedList("fileResources", own, "id,displayName").answer(request, views.of(request));
  }

  private static boolean mayRead(StoredFile file, Actor actor) {
    return actor.isSuper() || actor.uid().equals(file.createdBy());
  }

  StoredFile find(String uid) {
    return files
        .find(uid)
        .orElseThrow(
            () -> Problem.notFound("FileResource with id " + uid + " could not be found."));
  }

  private ServerResponse data(ServerRequest request) {
    StoredFile file = find(request.pathVariable("uid"));
    Actor actor = CurrentUser.actor(request);
    if (!PUBLIC.contains(FileResourceDomain.valueOf(file.domain())) && !mayRead(file, actor)) {
      throw Problem.forbidden("E1006", "File resource not found or not accessible: " + file.uid());
    }
    return content(file, true);
  }

  /**
   * The content of a file. A browser is told to keep it as a file and not to guess its type, so
   * that nothing in it runs under the server's name.
   */
  ServerResponse content(StoredFile file, boolean attachment) {
    ContentDisposition disposition =
        (attachment ? ContentDisposition.attachment() : ContentDisposition.inline())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build();
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(file.contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .body(files.content(file.uid()).orElseThrow());
  }

  private ServerResponse document(ServerRequest request) {
    View view = views.of(request);
    Actor actor = CurrentUser.actor(request);
    String uid = request.pathVariable("uid");
    Document document =
        view.snapshot()
            .find(Document.class, uid)
            .filter(d -> AccessRules.may(actor, Action.READ, d, view.snapshot()))
            .orElseThrow(
                () -> Problem.notFound("Document with id " + uid + " could not be found."));
    String url = String.valueOf(document.url());
    if (document.external()) {
      return ServerResponse.status(HttpStatus.FOUND).location(URI.create(url)).build();
    }
    return content(find(url), document.attachment());
  }
}
