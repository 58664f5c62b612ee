package ma.jisr.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Language;
import ma.jisr.base.text.Gsm7;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.render.Words;
import ma.jisr.flow.value.Value;
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
 * A menu of three options made to fit a USSD screen, beside counting the septets of the same text:
 * the ratio of the two says what rendering adds, whatever the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RendererBench {
  private final Renderer renderer = new Renderer(Words.from(CommonTexts.load()));
  private final Reader reader = new Reader(Language.ARY_LATN, true);
  private final Screen screen =
      new Screen(
          List.of(message("Wifi m7loul, {where}:")),
          Map.of("where", new Value.Text("Amizmiz")),
          List.of(option("1", "Café Atlas"), option("2", "Maison des jeunes"), option("3", "Kayn")),
          new Screen.Footer(true, true));
  private final String text =
      renderer.render(screen, reader, ChannelKind.USSD, Surface.USSD, 0).text();

  private static Message message(String text) {
    return new Message("m", Map.of(Language.ARY_LATN, List.of(text)), 1);
  }

  private static Screen.Option option(String digit, String label) {
    return new Screen.Option(digit, message(label), digit, Map.of());
  }

  /** The whole screen. */
  @Benchmark
  public Rendered render() {
    return renderer.render(screen, reader, ChannelKind.USSD, Surface.USSD, 0);
  }

  /** One pass over its text. */
  @Benchmark
  public int count() {
    return Gsm7.septets(text);
  }
}
