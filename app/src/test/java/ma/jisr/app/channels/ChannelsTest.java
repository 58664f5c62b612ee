package ma.jisr.app.channels;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import ma.jisr.base.DigitCode;
import ma.jisr.gateway.session.KeyFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same dialogues on every channel, through one product that has all of them at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelsTest {
  private final List<Handset> handsets = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Settings settings;
  private Node node;
  private int people;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    handsets.add(new SmppHandset(Handset.Kind.USSD, Files.createDirectory(folder.resolve("u"))));
    handsets.add(new SmppHandset(Handset.Kind.SMS, Files.createDirectory(folder.resolve("s"))));
    for (UssdShape shape : UssdShape.values()) handsets.add(new UssdAggregator(shape));
    handsets.add(new TwilioFake());
    handsets.add(new WhatsAppFake());
    handsets.add(new TelegramFake(true));
    handsets.add(new TelegramFake(false));
    handsets.add(new MattermostFake());
    settings = settings(folder);
    KeyFile.create(settings.keys(), new SecureRandom());
    startNode();
    openShops(folder);
  }

  /**
   * One for each channel, never closed whenever this runs: where all queued at one, those of others
   * who leave would move somebody on in the middle of a dialogue.
   */
  private void openShops(Path folder) throws IOException {
    StringBuilder table = new StringBuilder("nom;type;commune;code;horaires;guichets\n");
    for (Handset handset : handsets) {
      String name = "Multiservices " + (char) ('A' + handsets.indexOf(handset));
      table.append("%s;épicerie;Amizmiz;%s;24/7;Caisse=4\n".formatted(name, shop(handset)));
    }
    Path file = Files.writeString(folder.resolve("shops.csv"), table);
    Path desk = Files.writeString(folder.resolve("desk.yaml"), "http: {port: 0}\nsandbox: true\n");
    CommandRun run = CommandRun.of("shops", "import", file.toString(), "--config", desk.toString());
    assertTrue(run.out().contains(handsets.size() + " added"), run.toString());
  }

  private String shop(Handset handset) {
    return DigitCode.of(208 + handsets.indexOf(handset));
  }

  private Settings settings(Path folder) throws IOException {
    Map<String, String> secrets = new HashMap<>();
    for (Handset handset : handsets) secrets.putAll(handset.secrets());
    String links =
        handsets.stream()
            .flatMap(handset -> handset.links().stream())
            .map(link -> "  - " + link + "\n")
            .collect(Collectors.joining());
    String yaml = "http: {port: 0}\ndoor: {port: 0}\nsamples: true\nlinks:\n" + links;
    return new SettingsReader(secrets).read(Files.writeString(folder.resolve("jisr.yaml"), yaml));
  }

  private void startNode() throws Exception {
    node = Node.start(settings);
    for (Handset handset : handsets) handset.meets(node.doorPort());
  }

  @AfterAll
  void stop() {
    threads.close();
    handsets.forEach(Handset::close);
    node.close();
  }

  @TestFactory
  List<DynamicNode> everyDialogueOnEveryChannel() throws IOException {
    List<Script> scripts = Script.all();
    List<DynamicNode> channels = new ArrayList<>();
    for (Handset handset : handsets)
      channels.add(dynamicContainer(handset.name(), onChannel(handset, scripts)));
    for (Script script : scripts)
      if (script.restarts())
        channels.add(dynamicTest(script.title(), () -> acrossARestart(script)));
    return channels;
  }

  /** Its people come one after the other, beside those of all other channels. */
  private List<DynamicTest> onChannel(Handset handset, List<Script> scripts) {
    List<DynamicTest> tests = new ArrayList<>();
    CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    for (Script script : scripts) {
      if (script.restarts() || !script.fits(handset)) continue;
      Play play = play(script, handset);
      CompletableFuture<Void> played =
          before.handleAsync(
              (done, failed) -> {
                play.go();
                return null;
              },
              threads);
      tests.add(dynamicTest(script.title(), () -> outcome(played)));
      before = played;
    }
    return tests;
  }

  private static void outcome(CompletableFuture<Void> played) throws Throwable {
    try {
      played.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private Play play(Script script, Handset handset) {
    return new Play(script, handset, ++people, shop(handset));
  }

  /** All channels come to the same line, and go on behind it. */
  private void acrossARestart(Script script) throws Throwable {
    List<Play> plays = handsets.stream().map(handset -> play(script, handset)).toList();
    together(plays);
    node.close();
    startNode();
    together(plays);
  }

  private void together(List<Play> plays) throws Throwable {
    for (var played : plays.stream().map(p -> CompletableFuture.runAsync(p::go, threads)).toList())
      outcome(played);
  }
}
