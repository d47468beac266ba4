package io.winnow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;

@AnalyzeClasses(packages = "io.winnow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Meet Beam for its file systems and metrics, and nothing else. */
  private static final Set<String> AT_THE_EDGE =
      Set.of("StageMeter", "FileMatcher", "BeamFiles", "BeamStore", "StoredFile");

  @ArchTest
  static final ArchRule logicKnowsNoBeam =
      noClasses()
          .that(areLogic())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because("logic lives in plain classes; transforms only wire (Law 8)");

  @ArchTest
  static final ArchRule stepsKnowNoPipeline =
      noClasses()
          .that()
          .resideInAPackage("io.winnow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam.sdk.options..", "org.apache.flink..", "picocli..")
          .because("only pipelines knows options and runners");

  private static DescribedPredicate<JavaClass> areLogic() {
    return new DescribedPredicate<>("are plain logic") {
      @Override
      public boolean test(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
          if (isWiring(outer)) {
            return false;
          }
          outer = outer.getEnclosingClass().get();
        }
        return !isWiring(outer) && !AT_THE_EDGE.contains(outer.getSimpleName());
      }
    };
  }

  private static boolean isWiring(JavaClass type) {
    return type.isAssignableTo(PTransform.class)
        || type.isAssignableTo(DoFn.class)
        || type.isAssignableTo(Coder.class)
        || type.getAllFields().stream()
            .anyMatch(field -> field.getRawType().isAssignableTo(Coder.class));
  }
}
