package ma.jisr.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import ma.jisr.app.understand.GazetteerPlaces;
import ma.jisr.app.understand.UnderstoodLine;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.table.Lines;
import ma.jisr.nlp.model.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code jisr understand}: says of messages what they want, a line of JSON each. Nothing is done,
 * stored or sent. A line that is none gets an error line, and the next is read.
 */
@Command(
    name = "understand",
    description = "reads lines {\"id\",\"text\"} and writes what each message wants, as JSON")
final class UnderstandCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    return understand(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        spec.commandLine().getOut());
  }

  static int understand(java.io.Reader in, PrintWriter out) throws IOException {
    UnderstoodLine understood =
        new UnderstoodLine(Reader.bundled(), new GazetteerPlaces(StarterGazetteer.read()));
    Lines lines = new Lines(in, UnderstoodLine.MAX_LINE);
    for (String line = lines.next(); line != null; line = lines.next())
      if (!line.isBlank()) out.println(understood.answer(line));
    out.flush();
    return 0;
  }
}
