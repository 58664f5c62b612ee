package ma.jisr.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.flow.FreeText;
import ma.jisr.flow.Understood;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.nlp.mask.Masker;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;
import ma.jisr.store.memory.MemoryStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A message understood. Messages of one word to three segments, in all scripts, in turn: what a
 * model holds of one is mostly not in the cache when the next of its kind comes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnderstandBench {
  private static final List<String> MESSAGES =
      List.of(
          "wifi",
          "fin kayn chi wifi fabor f chichaoua 3afak",
          "الويفي ديال الجماعة ماخدامش هادي سيمانة",
          "Bonjour, je voudrais savoir combien de personnes il y a avant moi au guichet, ticket"
              + " A042. Merci d'avance",
          "sift 200 dh l 0612345678",
          "خلص ليا فاتورة الضو قبل ما يقطعوه عافاك",
          "I paid twice at the pharmacy, can you give me my money back?",
          "ⵎⴰⵏⵉ ⴳ ⵉⵍⵍⴰ ⵡⵉⴼⵉ ⵖ ⵜⵣⵏⵉⵜ",
          "ur akk ssinegh mamnk ra khdmegh s wallet ad, awsiyi",
          "salam, sme7 lia 3la l iz3aj, ana mn douar b3id chwia 3la tahanaout o bghit ghir n3ref"
              + " wach had l message li katsifto 3la l ma li ghadi yt9te3 kayn ila mabghitch"
              + " nb9a nchouf dok l messages dyal l ma, o ila kan fabor wla kat7asbo 3lia fih"
              + " chi flous, 7it lbare7 tsalat lia recharge dyali o ma3reftch 3lach",
          "أريد الاشتراك في تنبيهات الطقس لجماعة إمليل",
          "STOP",
          "sifet 50 dh l sifr setta tnach reb3a w tlatin setta w khemsin tmenya w seb3in",
          "projet agriculture drari chabab, kifach nchark",
          "nn mrc",
          "j'ai perdu mon téléphone avec mon code dedans bloquez tout");

  private static final Profile NOBODY = Person.unknown("01JD0000000000000000000000").profile();

  private final Reader reader = Reader.bundled();
  private final MemoryStore store = new MemoryStore(Stores.collections());
  private final Repertoire repertoire =
      Repertoire.of(Settings.ofSandbox(Path.of("")), store, () -> Instant.EPOCH, Runnable::run);
  private final FreeText freeText = repertoire.freeText();
  private final Masker masker = repertoire.knowledge().masker();
  private int next;

  @TearDown
  public void close() {
    store.close();
  }

  private String message() {
    next = (next + 1) % MESSAGES.size();
    return MESSAGES.get(next);
  }

  /** Intent, language, and whether to ask: the models. */
  @Benchmark
  public Reading read() {
    return reader.read(message());
  }

  /**
   * What a turn pays: models, values, the place where one is taken, the mask of what is unclear.
   */
  @Benchmark
  public Understood understand() {
    return freeText.understand(message(), NOBODY);
  }

  /** What may be kept of a message that is not understood; in {@link #understand} for some. */
  @Benchmark
  public String mask() {
    return masker.mask(message());
  }

  /** What each start of the process pays once. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Reader load() {
    return Reader.bundled();
  }
}
