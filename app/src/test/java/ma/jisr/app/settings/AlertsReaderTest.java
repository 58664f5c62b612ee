package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Territory;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.cap.CapSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose alerts are taken, as operators write it. */
final class AlertsReaderTest {
  private static final String FULL =
      """
      alerts:
        sender: alertes@al-haouz.example
        inbox: ./alerts
        sources:
          - {id: eau, name: Agence du bassin, sender: alerte@eau.example, areas: [marrakech-safi], certificates: [eau.pem]}
          - {id: meteo, name: Météo nationale, sender: "urn:oid:2.49.0.0.504.0", areas: [everywhere], topic: weather}
      """;

  /** Of a key that nobody has. */
  static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBODCB36ADAgECAggfRb52WPn6LzAKBggqhkjOPQQDAjARMQ8wDQYDVQQDEwZz
      b3VyY2UwHhcNMjYxMTIyMTc1MjA5WhcNMzYxMTE5MTc1MjA5WjARMQ8wDQYDVQQD
      EwZzb3VyY2UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQxtBT71pVF5gWf0dvQ
      seEP9lnQnH3HulNonk45ajFTmfsOt1b/20tC8TdnahvzBw6V3fEX6WAGEbzbE8Wx
      Y5JpoyEwHzAdBgNVHQ4EFgQUw+SHq+E50LwVR93MthkzGRnJfXYwCgYIKoZIzj0E
      AwIDSAAwRQIgX7WovKdWOF20JX3iP3yY0aVvuiBXn3zLt/ti8QfEAFwCIQD1iwzR
      9bdFDO016t2hSg5UvsiljeUHu1cno3QBRyravA==
      -----END CERTIFICATE-----
      """;

  @TempDir Path folder;

  @BeforeEach
  void certificate() throws IOException {
    Files.writeString(folder.resolve("eau.pem"), PEM);
    Files.writeString(folder.resolve("empty.pem"), "");
  }

  private AlertSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("jisr.yaml"), "sandbox: true\n" + text);
    return new SettingsReader(Map.of()).read(file).alerts();
  }

  @Test
  void allOfIt() throws IOException {
    AlertSettings settings = read(FULL);
    assertEquals("alertes@al-haouz.example", settings.sender());
    assertEquals(Optional.of(folder.resolve("alerts")), settings.inbox());
    CapSource water = settings.sources().getFirst();
    assertEquals("cap.eau", water.actor().id());
    assertEquals(Territory.of(Set.of("marrakech-safi")), water.territory());
    assertTrue(water.signs());
    CapSource weather = settings.sources().getLast();
    assertTrue(weather.territory().everywhere());
    assertFalse(weather.signs());
    assertEquals(Optional.of(Topic.WEATHER), weather.topic());
    assertEquals(Optional.empty(), water.topic());
    assertEquals(Set.of("alerts.sources.eau"), settings.certificates().names());
  }

  @Test
  void noneOfIt() throws IOException {
    assertEquals(AlertSettings.NONE, read(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alertes@al-haouz.example  | a b                    | alerts.sender
          inbox: ./alerts           | inbox: "./a?b"         | alerts.inbox
          id: eau                   | id: Eau                | alerts.sources[0].id
          id: meteo                 | id: eau                | alerts.sources[1].id
          alerte@eau.example        | urn:oid:2.49.0.0.504.0 | alerts.sources[1].id
          alerte@eau.example        | "a,b"                  | alerts.sources[0].id
          name: Agence du bassin    | nom: Agence            | alerts.sources[0].nom
          [marrakech-safi]          | []                     | alerts.sources[0].areas
          eau.pem                   | empty.pem              | alerts.sources[0].certificates
          eau.pem                   | none.pem               | alerts.sources[0].certificates
          topic: weather            | topic: rain            | alerts.sources[1].topic
          eau.pem                   | jisr.yaml              | alerts.sources[0].certificates
          """)
  void mistakes(String what, String otherwise, String where) {
    assertTrue(FULL.contains(what), what);
    var refused = assertThrows(SettingsException.class, () -> read(FULL.replace(what, otherwise)));
    List<String> paths = refused.problems().stream().map(Problem::key).toList();
    assertTrue(paths.contains(where), paths::toString);
  }
}
