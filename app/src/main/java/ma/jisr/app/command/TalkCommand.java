package ma.jisr.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jisr talk}. */
@Command(name = "talk", description = "runs transcripts")
final class TalkCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
