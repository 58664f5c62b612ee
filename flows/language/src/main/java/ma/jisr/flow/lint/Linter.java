package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;

/**
 * Reads flows as the build does before anybody meets them: every text in every language at its
 * longest values, every way through. Pure; what it finds depends on its arguments only.
 */
public final class Linter {
  private final List<Check> checks =
      List.of(
          new GraphCheck(),
          new OperationCheck(),
          new SafetyCheck(),
          new PrivateCheck(),
          new NotifyCheck(),
          new ChoiceCheck(),
          new StartCheck(),
          new WishCheck(),
          new DoubtCheck(CommonTexts.load()),
          new TranslationCheck(),
          new TextCheck(),
          new BudgetCheck(),
          new PathCheck(),
          new WayBackCheck());

  private final Operations operations;
  private final Renderer renderer;
  private final Map<String, String> globalWords;
  private final LintOptions options;

  /**
   * @param operations that flows may name, with the longest values of their answers
   * @param words of the renderer, since the foot takes room
   * @param globalWords folded, with what each does; see {@link GlobalTable#words()}
   */
  public Linter(
      Operations operations,
      Map<Language, Words> words,
      Map<String, String> globalWords,
      LintOptions options) {
    this.operations = new EngineOperations(operations);
    this.renderer = new Renderer(words);
    this.globalWords = Map.copyOf(globalWords);
    this.options = options;
  }

  /**
   * What is wrong, by file and line; empty when nothing is.
   *
   * @param flows all that run together: start words are compared among them
   * @param reviews by flow id; a flow without has only drafts
   */
  public List<Finding> lint(Collection<Flow> flows, Map<String, Reviews> reviews) {
    SequencedMap<String, Flow> all = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Flow flow : flows) {
      Flow other = all.put(flow.id(), flow);
      if (other == null) continue;
      Report twice = new Report(flow);
      twice.error(flow.id() + " is also the flow of " + other.file(), "rename one of them");
      findings.addAll(twice.findings());
    }
    for (Flow flow : all.values()) findings.addAll(lint(flow, all, reviews));
    findings.sort(Finding.BY_PLACE);
    return List.copyOf(findings);
  }

  private List<Finding> lint(
      Flow flow, SequencedMap<String, Flow> all, Map<String, Reviews> reviews) {
    Report report = new Report(flow);
    Subject subject =
        new Subject(
            flow,
            all,
            reviews.getOrDefault(flow.id(), Reviews.NONE),
            operations,
            renderer,
            globalWords,
            options,
            new Edges(flow, operations),
            new Scope(flow, operations));
    for (Check check : checks) check.check(subject, report);
    return report.findings();
  }
}
