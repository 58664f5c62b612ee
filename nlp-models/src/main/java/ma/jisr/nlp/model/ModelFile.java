package ma.jisr.nlp.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The models as bytes, without dates or anything else that two equal trainings would not share:
 * version, then for each view its outcomes, keys, scales and weights, big-endian.
 */
public final class ModelFile {
  /** Raised when the shape changes. */
  private static final int VERSION = 1;

  private ModelFile() {}

  /** The models of all views as bytes. */
  public static byte[] write(Map<View, LinearModel> models) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      for (View view : View.values())
        write(Objects.requireNonNull(models.get(view), "a model for each view"), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(LinearModel model, DataOutputStream out) throws IOException {
    out.writeInt(model.outcomes());
    out.writeInt(model.features());
    for (int row = 0; row < model.features(); row++) out.writeLong(model.key(row));
    for (int row = 0; row < model.features(); row++) out.writeFloat(model.scale(row));
    out.write(model.weights());
  }

  /**
   * The models of bytes.
   *
   * @throws ModelException when they are of another version or cut off
   */
  static Map<View, LinearModel> read(byte[] bytes) {
    Map<View, LinearModel> models = new EnumMap<>(View.class);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != VERSION) throw new ModelException("the models have another version");
      for (View view : View.values()) models.put(view, read(view, in));
    } catch (IOException e) {
      throw new ModelException("the models are cut off", e);
    }
    return models;
  }

  private static LinearModel read(View view, DataInputStream in) throws IOException {
    int outcomes = in.readInt();
    int features = in.readInt();
    long size = (long) features * (Long.BYTES + Float.BYTES + (long) outcomes);
    if (outcomes <= 0 || features < 0 || size > in.available())
      throw new ModelException("the models are cut off");
    long[] keys = new long[features];
    for (int row = 0; row < features; row++) keys[row] = in.readLong();
    float[] scales = new float[features];
    for (int row = 0; row < features; row++) scales[row] = in.readFloat();
    return new LinearModel(view, outcomes, keys, scales, in.readNBytes(features * outcomes));
  }
}
