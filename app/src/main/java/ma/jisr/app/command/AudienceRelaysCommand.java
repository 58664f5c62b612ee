package ma.jisr.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr audience relays}: who says notices aloud where phones do not reach. */
@Command(
    name = "relays",
    description = "who says notices aloud where phones do not reach",
    synopsisSubcommandLabel = "list | add | remove | told")
final class AudienceRelaysCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "audience relays list, add, remove or told");
  }

  @Command(name = "list", description = "those of an area, by ids that tell nothing")
  int list(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "AREA", description = "id of a region, province or place")
          String area)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "relays", area);
  }

  @Command(name = "add", description = "registers somebody; the number is shown to nobody")
  int add(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number,
      @Parameters(paramLabel = "PLACE", description = "its id, or its name") String place,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              defaultValue = "other",
              description = "moqaddem, teacher, mosque, association or other")
          String kind,
      @Option(
              names = "--name",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "of the post, not of the person")
          String name)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "register", number, place, kind, name);
  }

  @Command(name = "remove", description = "takes a relay off")
  int remove(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "RELAY", description = "its id in the list") String id)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "release", id);
  }

  @Command(name = "told", description = "who was asked to say a notice, and who has")
  int told(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "NOTICE", description = "its id") String notice)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "told", notice);
  }
}
