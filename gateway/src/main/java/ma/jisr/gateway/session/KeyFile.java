package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds a deployment's keys: JSON, readable by its owner only, outside the data
 * folder, the same on all nodes, in no backup of the data. Whoever has a copy of the data but not
 * this file can neither read numbers and texts nor tell whose they are.
 */
public final class KeyFile {
  /** The layout of the file; another one is refused. */
  public static final int VERSION = 1;

  /**
   * K3s of before that are kept, so that days of the message log written under them are still
   * found: one is enough when K3 is renewed once in {@code log.keep}.
   */
  static final int MOST_OLD = 4;

  private static final String OLD = "k3-old";
  private static final int MAX_BYTES = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private KeyFile() {}

  /**
   * Makes a new file, mode 0600. Never overwrites one: what is sealed under lost keys is lost.
   *
   * @throws KeyException when the file exists or cannot be made
   */
  public static Keys create(Path file, SecureRandom random) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode().put("jisr-keys", VERSION);
    for (String name : Keys.NAMES) json.put(name, fresh(random));
    try {
      write(file, json);
    } catch (FileAlreadyExistsException e) {
      throw new KeyException("the key file " + file + " exists: choose another name", e);
    } catch (IOException e) {
      throw new KeyException("the key file " + file + " cannot be written: " + e.getMessage(), e);
    }
    return keys(file, json);
  }

  /**
   * Gives the file a new K3, and keeps the last few of before: from the next start on, logs name
   * everybody anew. The file is replaced as a whole.
   *
   * @throws KeyException as {@link #read}
   */
  public static void renew(Path file, SecureRandom random) {
    read(file, null);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode json = (ObjectNode) mapper.readTree(Files.readAllBytes(file));
      ArrayNode old = mapper.createArrayNode().add(json.get(Keys.NAMES.getLast()));
      for (JsonNode one : json.path(OLD)) if (old.size() < MOST_OLD) old.add(one);
      json.put(Keys.NAMES.getLast(), fresh(random)).set(OLD, old);
      write(next, json);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new KeyException("the key file " + file + " cannot be renewed: " + e.getMessage(), e);
    }
  }

  private static String fresh(SecureRandom random) {
    byte[] key = new byte[Keys.BYTES];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static void write(Path file, ObjectNode json) throws IOException {
    byte[] text = (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer buffer = ByteBuffer.wrap(text);
      while (buffer.hasRemaining()) channel.write(buffer);
      channel.force(true);
    }
  }

  /**
   * Reads and checks a file.
   *
   * @param data the data folder, in which the file must not lie; null where there is none
   * @throws KeyException when it is missing, readable by others, inside the data folder or not a
   *     key file
   */
  public static Keys read(Path file, @Nullable Path data) {
    try {
      Path real = file.toRealPath();
      if (data != null && Files.exists(data) && real.startsWith(data.toRealPath()))
        throw new KeyException(
            "the key file "
                + file
                + " lies inside the data folder: a copy of the data would hold"
                + " its own keys. Move it outside and set keys.file");
      Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
      open.retainAll(Files.getPosixFilePermissions(real));
      if (!open.isEmpty())
        throw new KeyException(
            "the key file " + file + " is open to other users: run chmod 600 " + file);
      if (Files.size(real) > MAX_BYTES)
        throw new KeyException("the file " + file + " is no key file: it is too long");
      return keys(file, new ObjectMapper().readTree(Files.readAllBytes(real)));
    } catch (NoSuchFileException e) {
      throw new KeyException(
          "the key file "
              + file
              + " is not there: run jisr keys create "
              + file
              + ", or bring the one that belongs to the data",
          e);
    } catch (JacksonException e) {
      throw new KeyException("the file " + file + " is no key file: it is not JSON");
    } catch (IOException e) {
      throw new KeyException("the key file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Keys keys(Path file, JsonNode json) {
    int version = json.path("jisr-keys").asInt(0);
    if (version != VERSION)
      throw new KeyException(
          "the file "
              + file
              + " is no key file of version "
              + VERSION
              + (version > VERSION ? ": it was made by a newer release" : ""));
    byte[][] keys = new byte[Keys.NAMES.size()][];
    for (int i = 0; i < keys.length; i++)
      keys[i] = key(file, json.path(Keys.NAMES.get(i)), Keys.NAMES.get(i));
    List<byte[]> old = new ArrayList<>();
    for (JsonNode one : json.path(OLD)) old.add(key(file, one, OLD));
    return new Keys(keys[0], keys[1], keys[2], old);
  }

  private static byte[] key(Path file, JsonNode json, String name) {
    try {
      byte[] key = Base64.getDecoder().decode(json.asText(""));
      if (key.length == Keys.BYTES) return key;
    } catch (IllegalArgumentException e) {
      throw new KeyException("the key file " + file + ": " + name + " is not base64");
    }
    throw new KeyException(
        "the key file " + file + ": " + name + " is not " + Keys.BYTES + " bytes long");
  }
}
