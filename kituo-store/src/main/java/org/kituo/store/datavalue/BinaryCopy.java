package org.kituo.store.datavalue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes rows in the binary format of PostgreSQL's COPY; {@link BinaryRows} explains it. */
final class BinaryCopy implements AutoCloseable {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int at;

  BinaryCopy(OutputStream out) throws IOException {
    this.out = out;
    bytes(HEADER);
  }

  void row(int columns) throws IOException {
    room(Short.BYTES);
    SHORT.set(buffer, at, (short) columns);
    at += Short.BYTES;
  }

  void integer(int value) throws IOException {
    room(2 * Integer.BYTES);
    INT.set(buffer, at, Integer.BYTES);
    INT.set(buffer, at + Integer.BYTES, value);
    at += 2 * Integer.BYTES;
  }

  void bool(@Nullable Boolean value) throws IOException {
    room(Integer.BYTES + 1);
    INT.set(buffer, at, value == null ? -1 : 1);
    at += Integer.BYTES;
    if (value != null) {
      buffer[at++] = (byte) (value ? 1 : 0);
    }
  }

  void text(@Nullable String value) throws IOException {
    room(Integer.BYTES);
    if (value == null) {
      INT.set(buffer, at, -1);
      at += Integer.BYTES;
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    INT.set(buffer, at, bytes.length);
    at += Integer.BYTES;
    bytes(bytes);
  }

  private void bytes(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length - at) {
      flush();
    }
    if (bytes.length > buffer.length) {
      out.write(bytes);
    } else {
      System.arraycopy(bytes, 0, buffer, at, bytes.length);
      at += bytes.length;
    }
  }

  private void room(int bytes) throws IOException {
    if (bytes > buffer.length - at) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }

  /** Ends the rows and the stream. */
  @Override
  public void close() throws IOException {
    row(-1);
    flush();
    out.close();
  }
}
