package ma.jisr.app.channels;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import ma.jisr.gateway.session.KeyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chat that is tied to a phone by a code that only the phone gets, through the whole product. */
class TieTest {
  private static final int CHAT = 41;
  private static final int PHONE = 42;
  private static final Pattern CODE = Pattern.compile("^(\\d{6}) :");

  private final Handset chat = new TelegramFake(false);
  private Handset phone;
  private Node node;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    phone = new SmppHandset(Handset.Kind.SMS, Files.createDirectory(folder.resolve("s")));
    Settings settings = settings(folder);
    KeyFile.create(settings.keys(), new SecureRandom());
    node = Node.start(settings);
    chat.meets(0);
    chat.heldBy(CHAT);
    phone.heldBy(PHONE);
  }

  private Settings settings(Path folder) throws IOException {
    Map<String, String> secrets = new HashMap<>(chat.secrets());
    secrets.putAll(phone.secrets());
    String yaml =
        "http: {port: 0}\nsamples: true\nlinks:\n  - %s\n  - %s\n"
            .formatted(phone.links().getFirst(), chat.links().getFirst());
    return new SettingsReader(secrets).read(Files.writeString(folder.resolve("jisr.yaml"), yaml));
  }

  @AfterEach
  void stop() {
    node.close();
    chat.close();
    phone.close();
  }

  private String said(String text) throws Exception {
    chat.type(text);
    return chat.read().text();
  }

  private static void says(String part, String text) {
    assertTrue(text.contains(part), text);
  }

  private String code() throws Exception {
    String text = phone.read().text();
    Matcher code = CODE.matcher(text);
    assertTrue(code.find(), text);
    return code.group(1);
  }

  @Test
  void whatNeedsThePhoneAsksForTheTieFirst() throws Exception {
    says("Bienvenue", said("MENU"));
    says("reliez d'abord ce tchat", said("payer"));
    says("reliez d'abord ce tchat", said("masquer"));
    says("Quel est votre numéro", said("RELIER"));
    says("Un code part par SMS", said("0661000042"));
    says("C'est relié", said(code()));
    says("Caché", said("masquer"));
  }

  @Test
  void aWrongCodeTiesNothing() throws Exception {
    says("Bienvenue", said("MENU"));
    says("Quel est votre numéro", said("relier"));
    says("Un code part par SMS", said("0661000042"));
    String right = code();
    says("Code faux", said(right.equals("123456") ? "654321" : "123456"));
    says("reliez d'abord ce tchat", said("masquer"));
  }
}
