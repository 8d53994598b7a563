package org.kituo.server.datavalue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.kituo.data.datavalue.DataValueImport;
import org.kituo.data.datavalue.ImportOptions;
import org.kituo.data.datavalue.ImportSummary;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.job.RequestJob;
import org.kituo.store.job.JobRun;
import org.kituo.store.job.JobWork;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Imports figures after the request was answered. The input of the job is the request: its format,
 * its parameters and its body.
 */
public final class DataValueImportJob implements JobWork {
  private final Supplier<MetadataSnapshot> metadata;
  private final DataValueImport imports;

  /** Over an import. */
  public DataValueImportJob(Supplier<MetadataSnapshot> metadata, DataValueImport imports) {
    this.metadata = metadata;
    this.imports = imports;
  }

  /** What the job needs of a request. */
  static byte[] input(ValueFormat format, ServerRequest request, InputStream body)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(format.name());
    Map<String, String> parameters = DataValueRequests.parameters(request);
    out.writeInt(parameters.size());
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      out.writeUTF(parameter.getKey());
      out.writeUTF(parameter.getValue());
    }
    body.transferTo(out);
    return bytes.toByteArray();
  }

  @Override
  public String run(JobRun run) throws Exception {
    DataInputStream in = new DataInputStream(run.input());
    ValueFormat format = ValueFormat.valueOf(in.readUTF());
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      parameters.put(in.readUTF(), in.readUTF());
    }
    ImportOptions options =
        DataValueSetRoutes.withDefaults(ImportOptions.NONE.with(parameters), format);
    run.info("Importing data values from " + format);
    ImportSummary summary =
        imports.run(in, format.reader(), options, RequestJob.actor(run.job(), metadata.get()));
    RequestJob.summary(run, json -> ImportSummaryJson.write(json, summary));
    return "Import complete with status %s, %d updated, %d deleted, %d ignored"
        .formatted(
            summary.status(),
            summary.counts().updated(),
            summary.counts().deleted(),
            summary.counts().ignored());
  }
}
