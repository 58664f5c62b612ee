package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.web.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReaderTest {
  @TempDir Path folder;

  private ApiSettings read(String api) throws IOException {
    Path file = folder.resolve("jisr.yaml");
    Files.writeString(file, "sandbox: true\n" + api + "\n");
    return new SettingsReader(Map.of()).read(file).api();
  }

  @Test
  void eachCanBeSet() throws IOException {
    ApiSettings settings =
        read(
            """
            api:
              public: {host: 0.0.0.0, port: 443, tls: {certificate: ./chain.pem, key: /k/key.pem}}
              admin: {}
              token-rate: 5
              address-rate: 6
              address: jisr.example.ma
              proxies: [127.0.0.1, "10.0.0.0/8", "fd00::/8"]
            audit: {keep: 30d}\
            """);
    Listener.Tls tls =
        new Listener.Tls(folder.resolve("./chain.pem"), Path.of("/k").resolve("key.pem"));
    assertEquals(Optional.of(new Listener("0.0.0.0", 443, Optional.of(tls))), settings.open());
    assertEquals(Optional.of(new Listener("127.0.0.1", 8082, Optional.empty())), settings.admin());
    assertEquals(5, settings.tokenRate());
    assertEquals(6, settings.addressRate());
    assertEquals(Duration.ofDays(30), settings.auditKeep());
    assertEquals(Optional.of("jisr.example.ma"), settings.address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api: {public: {host: 0.0.0.0, plaintext: accepted}}",
        "api: {public: {host: \"::1\"}}",
        "api: {public: {host: localhost}, proxies: [\"::1\"]}"
      })
  void itIsTaken(String api) throws IOException {
    assertTrue(read(api).open().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api: {public: {host: 0.0.0.0}} | the tokens would go unencrypted",
        "api: {admin: {host: 10.0.0.7, plaintext: no}} | the tokens would go unencrypted",
        "api: {public: {tls: {key: k}}} | public.tls.certificate: is missing",
        "api: {public: {tls: {certificate: c}}} | public.tls.key: is missing",
        "api: {public: {port: 65536}} | not a whole number",
        "api: {token-rate: 0} | not a whole number",
        "api: {proxies: 127.0.0.1} | not a list of words",
        "api: {proxies: [proxy.example]} | no address and no network: proxy.example",
        "api: {proxies: [10.0.0.0/40]} | no address and no network: 10.0.0.0/40",
        "api: {public: {}, address: 'https://jisr.ma'} | no host that fits a message",
        "api: {address: jisr.ma} | stands without a listener",
        "api: {cors: all} | not a setting"
      })
  void whatIsWrongIsNamed(String api, String why) {
    SettingsException wrong = assertThrows(SettingsException.class, () -> read(api));
    assertTrue(String.valueOf(wrong.getMessage()).contains(why), wrong.getMessage());
  }
}
