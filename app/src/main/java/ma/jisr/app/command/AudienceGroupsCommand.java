package ma.jisr.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jisr audience groups}: people who are written to for what they are. */
@Command(
    name = "groups",
    description = "people who are written to for what they are: elected officials, companies",
    synopsisSubcommandLabel = "list | show | put | add | remove | dissolve")
final class AudienceGroupsCommand implements Runnable {
  private static final String ID = "the group's id";

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "audience groups list, show, put, add, remove or dissolve");
  }

  @Command(name = "list", description = "the groups of the territory, oldest first")
  int list(@Mixin ConfigOption config, @Mixin Signature signature) throws Exception {
    return AudienceCommand.ask(spec, config, signature, "groups");
  }

  @Command(name = "show", description = "one of them; shops.AREA are who serves in its shops")
  int show(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID", description = ID) String id)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "group", id);
  }

  @Command(name = "put", description = "makes a group, or gives one another name")
  int put(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID", description = "lower case, for ever: elus-amizmiz") String id,
      @Parameters(paramLabel = "NAME", description = "as officials know it") String name,
      @Option(
              names = "--area",
              paramLabel = "AREA",
              defaultValue = "",
              description = "whose officials keep it; without it, the whole country's")
          String area)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "put", id, name, area);
  }

  @Command(name = "add", description = "puts somebody in; the number is shown to nobody")
  int add(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID", description = ID) String id,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number,
      @Option(
              names = "--language",
              paramLabel = "LANGUAGE",
              defaultValue = "",
              description = "as long as nothing else is known: fr, ar, ary-Arab…")
          String language)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "add", id, number, language);
  }

  @Command(name = "remove", description = "takes somebody out; whether they were in is not told")
  int remove(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID", description = ID) String id,
      @Parameters(paramLabel = "NUMBER", description = "such as +212661000001") String number)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "out", id, number);
  }

  @Command(name = "dissolve", description = "nobody is in it any more")
  int dissolve(
      @Mixin ConfigOption config,
      @Mixin Signature signature,
      @Parameters(paramLabel = "ID", description = ID) String id)
      throws Exception {
    return AudienceCommand.ask(spec, config, signature, "dissolve", id);
  }
}
