package ma.jisr.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.HexFormat;
import java.util.Random;
import ma.jisr.store.Store;
import ma.jisr.store.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/**
 * The contract on a real MongoDB: {@code -Djisr.test.mongo=mongodb://host:27017/?replicaSet=rs0}.
 * Each test has a database of its own, {@code jisr_test_…}, dropped behind it; a database that the
 * URI names is left alone.
 */
@Tag("mongo") // left out of a run that is given no URI
final class MongoUriTest extends StoreContract {
  private static final String SETTING = "jisr.test.mongo";

  private final String database = "jisr_test_" + HexFormat.of().toHexDigits(new Random().nextInt());
  private String uri = "";

  @Override
  protected Store open() {
    uri = named(System.getProperty(SETTING, ""));
    return MongoStore.open(uri, SPECS);
  }

  /** The URI with our database in the place of the one it names. */
  private String named(String given) {
    int hosts = given.indexOf("://") + 3;
    int options = given.indexOf('?', hosts);
    String before = options < 0 ? given : given.substring(0, options);
    int path = before.indexOf('/', hosts);
    return (path < 0 ? before : before.substring(0, path))
        + '/'
        + database
        + (options < 0 ? "" : given.substring(options));
  }

  @AfterEach
  void drop() {
    if (uri.isEmpty()) return;
    try (var client = MongoClients.create(new ConnectionString(uri))) {
      Answers.of(client.getDatabase(database).drop()).join();
    }
  }
}
