package org.kituo.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;

/** The rules of the house that hold over all modules of the server. */
@AnalyzeClasses(
    packages = "org.kituo",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
  /** Leaves out the tests of other modules, which come as jars. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule MODULES_DEPEND_DOWNWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("server")
          .definedBy("org.kituo.server..")
          .layer("analytics")
          .definedBy("org.kituo.analytics..")
          .layer("data")
          .definedBy("org.kituo.data..")
          .layer("store")
          .definedBy("org.kituo.store..")
          .layer("model")
          .definedBy("org.kituo.model..")
          .whereLayer("server")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("analytics")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("server", "analytics")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("server", "analytics", "data");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("org.kituo.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_IS_READ_BY_JAVA_SERIALISATION =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  @ArchTest
  static final ArchRule NAMES_ARE_NOUNS_OF_THE_FIELD =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Manager|Util|Utils|Helper)(\\$.*)?")
          .andShould()
          .haveNameNotMatching(".*\\.Default(?!Objects)[A-Z][^.]*");
}
