package ma.jisr.nlp.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ma.jisr.nlp.model.Features;
import ma.jisr.nlp.model.IntentModel;
import ma.jisr.nlp.model.Manifest;
import ma.jisr.nlp.model.ModelException;
import ma.jisr.nlp.model.ModelFile;

/**
 * The step of the build that makes the models: {@code Trainer MODULE OUT [REPORT]} reads data and
 * lexicon below the module's folder, and writes the models below OUT as the jar will hold them.
 * With REPORT it validates by author first, writes what it found there, and fails below the floor.
 * Equal input gives equal bytes.
 */
public final class Trainer {
  private static final String DATA = "src/data/messages";
  private static final String LEXICON = "src/main/resources/ma/jisr/nlp/lexicon";
  private static final String PACKAGE = "ma/jisr/nlp";

  private Trainer() {}

  /**
   * Trains.
   *
   * @throws ModelException when the data is malformed, or validation is below the floor
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) throw new ModelException("usage: Trainer MODULE OUT [REPORT]");
    Path module = Path.of(args[0]);
    List<Path> lexicon = Corpus.files(module.resolve(LEXICON));
    byte[] lexiconBytes = joined(lexicon);
    Features features = Features.by(lexiconBytes);
    Training training = new Training(Corpus.of(module.resolve(DATA)).examples(), features);
    if (args.length > 2 && !args[2].isEmpty()) Validation.of(training).write(Path.of(args[2]));
    byte[] models = ModelFile.write(training.modelsWithout(Set.of()));
    Manifest manifest =
        new Manifest(
            Manifest.sha256(joined(Corpus.files(module.resolve(DATA)))),
            Manifest.sha256(lexiconBytes),
            Manifest.fingerprint(features),
            Manifest.sha256(models));
    Path out = Path.of(args[1]).resolve(PACKAGE);
    Files.createDirectories(out.resolve(IntentModel.MODELS).getParent());
    Files.write(out.resolve(IntentModel.MODELS), models);
    Files.writeString(out.resolve(IntentModel.MANIFEST), manifest.text());
    List<String> names = lexicon.stream().map(file -> file.getFileName().toString()).toList();
    Files.write(out.resolve(IntentModel.LEXICON_FILES), names);
  }

  private static byte[] joined(List<Path> files) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path file : files) all.writeBytes(Files.readAllBytes(file));
    return all.toByteArray();
  }
}
