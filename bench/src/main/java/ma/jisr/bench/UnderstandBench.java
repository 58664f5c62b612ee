package ma.jisr.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A message understood: its intent, its language, and whether to ask. Messages of one word to three
 * segments, in all scripts, in turn: what a model holds of one is mostly not in the cache when the
 * next of its kind comes. Values and places are not looked for.
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
          "projet agriculture drari chabab, kifach nchark",
          "nn mrc",
          "j'ai perdu mon téléphone avec mon code dedans bloquez tout");

  private final Reader reader = Reader.bundled();
  private int next;

  @Benchmark
  public Reading read() {
    next = (next + 1) % MESSAGES.size();
    return reader.read(MESSAGES.get(next));
  }

  /** What each start of the process pays once. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Reader load() {
    return Reader.bundled();
  }
}
