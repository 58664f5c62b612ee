package ma.jisr.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md that the class path alone does not enforce. */
@AnalyzeClasses(packages = "ma.jisr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule jsmppStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("ma.jisr.gateway.channel.smpp..", "ma.jisr.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsmpp..");

  @ArchTest
  static final ArchRule mongoStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("ma.jisr.store.mongo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "org.bson..", "org.reactivestreams..");

  @ArchTest
  static final ArchRule jdbcStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("ma.jisr.store.sqlite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule camelStaysInRoutesAndTheBridge =
      noClasses()
          .that()
          .resideOutsideOfPackage("ma.jisr.gateway.route..")
          .and()
          .haveNameNotMatching(".*Routes(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule whatRunsDoesNotTrain =
      noClasses()
          .that()
          .resideOutsideOfPackage("ma.jisr.nlp.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ma.jisr.nlp.train..");

  @ArchTest
  static final ArchRule micrometerStaysInMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackages("ma.jisr.gateway.metrics..", "ma.jisr.gateway.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.prometheus..");

  @ArchTest
  static final ArchRule theSandboxSharesNothing =
      noClasses()
          .that()
          .resideInAPackage("ma.jisr.sandbox..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are ours, outside the sandbox",
                  c ->
                      c.getPackageName().startsWith("ma.jisr.")
                          && !c.getPackageName().startsWith("ma.jisr.sandbox")));

  @ArchTest
  static final ArchRule onlyTheAppSeesTheSandbox =
      noClasses()
          .that()
          .resideOutsideOfPackages("ma.jisr.app..", "ma.jisr.sandbox..", "ma.jisr.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ma.jisr.sandbox..");

  @ArchTest
  static final ArchRule theFlowLanguageIsPure =
      noClasses()
          .that()
          .resideInAPackage("ma.jisr.flow..")
          .and()
          .doNotHaveSimpleName("CommonTexts") // reads its own resource
          .and()
          .resideOutsideOfPackage("ma.jisr.flow.port..") // answered later, by who implements them
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio.file..",
              "java.net..",
              "java.util.concurrent..",
              "io.vertx..",
              "org.slf4j..")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule sessionDeliveryAndServicesSeeLoopsNotVertx =
      noClasses()
          .that()
          .resideInAnyPackage(
              "ma.jisr.gateway.session..",
              "ma.jisr.gateway.delivery..",
              "ma.jisr.service..",
              "ma.jisr.map..")
          .and()
          .resideOutsideOfPackage("ma.jisr.service.wallet.gsma..") // speaks HTTP: decision 0250
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx..");

  @ArchTest
  static final ArchRule basesDependOnNothing =
      classes()
          .that()
          .resideInAPackage("ma.jisr.base..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "ma.jisr.base..",
              "java..",
              "javax.crypto..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule xmlParsersAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("ma.jisr.base.xml..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*Factory");
}
