package org.postpurchase.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandler;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.HomeRecord;
import org.postpurchase.shared.AuditLog;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address of the admin and every handler of the host's forms, found in the compiled classes,
 * so that a new one without a check fails without anybody adding it to a list.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryActionTest {
  private static final Set<String> ASKING = Set.of("require", "requireRead");

  /** What only leads elsewhere, and the counts of the menu, each of which asks for itself. */
  private static final Set<String> WITHOUT = Set.of("lost", "back", "backToAll", "waiting");

  private static final JavaClasses SCREENS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.postpurchase.admin")
          .that(
              DescribedPredicate.describe(
                  "screens", c -> !c.getName().startsWith(EveryActionTest.class.getName())));

  @Test
  void every_address_asks_whether_the_user_may() {
    List<JavaMethod> addresses = addresses(SCREENS);

    assertThat(addresses.size()).isGreaterThan(120);
    assertThat(addresses.stream().filter(m -> !asks(SCREENS, m)).map(JavaMethod::getFullName))
        .as("addresses without a check of permissions")
        .isEmpty();
  }

  @Test
  void whoever_only_looks_changes_nothing() {
    List<String> changing =
        addresses(SCREENS).stream()
            .filter(m -> methods(m).contains(RequestMethod.GET))
            .filter(m -> reaches(SCREENS, m, AuditLog.class, Set.of("done")))
            .map(JavaMethod::getFullName)
            .collect(Collectors.toList());

    assertThat(changing).as("GET addresses that reach a change").isEmpty();
  }

  @Test
  void every_address_says_for_which_method_it_is() {
    assertThat(addresses(SCREENS).stream().filter(m -> methods(m).isEmpty()))
        .as("addresses that answer GET and POST alike")
        .isEmpty();
  }

  @Test
  void every_change_asks_for_its_own_permission() {
    List<String> changing =
        addresses(SCREENS).stream()
            .filter(m -> reaches(SCREENS, m, AuditLog.class, Set.of("done")))
            .filter(m -> !reaches(SCREENS, m, AdminAccess.class, Set.of("require")))
            .filter(m -> !m.getName().equals("export")) // a look that leaves a trace
            .map(JavaMethod::getFullName)
            .collect(Collectors.toList());

    assertThat(changing).as("changes that ask for READ alone").isEmpty();
  }

  @Test
  void every_handler_of_the_hosts_forms_asks_too() {
    List<JavaClass> handlers =
        SCREENS.stream()
            .filter(c -> c.isAssignableTo(CustomPersistenceHandler.class))
            .filter(c -> !c.getModifiers().toString().contains("ABSTRACT"))
            .collect(Collectors.toList());

    assertThat(handlers.size()).isGreaterThan(8);
    for (JavaClass handler : handlers) {
      for (String action : List.of("add", "update", "remove")) {
        JavaMethod own = effective(handler, action);
        assertThat(asks(SCREENS, own) || !reaches(SCREENS, own, AuditLog.class, Set.of("done")))
            .as(handler.getSimpleName() + "." + action + " asks, or refuses everybody")
            .isTrue();
      }
    }
  }

  /** The method that runs: the nearest one up the hierarchy. */
  private static JavaMethod effective(JavaClass handler, String name) {
    for (JavaClass c = handler; ; c = c.getRawSuperclass().orElseThrow()) {
      for (JavaMethod method : c.getMethods()) {
        if (method.getName().equals(name) && !method.getModifiers().toString().contains("BRIDGE")) {
          return method;
        }
      }
    }
  }

  @Test
  void an_address_without_a_check_would_be_noticed() {
    JavaClasses canary = new ClassFileImporter().importClasses(Forgetful.class, AdminAccess.class);

    assertThat(addresses(canary)).hasSize(3);
    assertThat(addresses(canary).stream().filter(m -> !asks(canary, m)).map(JavaMethod::getName))
        .containsExactly("open");
    assertThat(
            addresses(canary).stream()
                .filter(m -> methods(m).contains(RequestMethod.GET))
                .filter(m -> reaches(canary, m, AuditLog.class, Set.of("done")))
                .map(JavaMethod::getName))
        .containsExactly("changing");
  }

  private static List<JavaMethod> addresses(JavaClasses classes) {
    List<JavaMethod> found = new ArrayList<>();
    for (JavaClass each : classes) {
      if (each.isAnnotatedWith(Controller.class)) {
        for (JavaMethod method : each.getMethods()) {
          if (method.isAnnotatedWith(RequestMapping.class) && !WITHOUT.contains(method.getName())) {
            found.add(method);
          }
        }
      }
    }
    return found;
  }

  private static Set<RequestMethod> methods(JavaMethod address) {
    return Set.of(address.getAnnotationOfType(RequestMapping.class).method());
  }

  private static boolean asks(JavaClasses classes, JavaMethod method) {
    return reaches(classes, method, AdminAccess.class, ASKING);
  }

  /** Whether any way through our SCREENS leads from the method to one of those. */
  private static boolean reaches(
      JavaClasses classes, JavaMethod from, Class<?> owner, Set<String> names) {
    Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.pop();
      if (!seen.add(unit.getFullName())) {
        continue;
      }
      for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
        JavaClass target = call.getTargetOwner();
        if (target.getName().equals(owner.getName()) && names.contains(call.getName())) {
          return true;
        }
        if (classes.contain(target.getName()) && !target.getName().equals(owner.getName())) {
          open.addAll(bodies(target, call.getName()));
        }
      }
    }
    return false;
  }

  /** The method there, in what it inherits from and in all that implement it. */
  private static List<JavaCodeUnit> bodies(JavaClass target, String name) {
    Set<JavaClass> owners = new HashSet<>(target.getAllSubclasses());
    owners.add(target);
    owners.addAll(target.getAllRawSuperclasses());
    return owners.stream()
        .flatMap(c -> c.getMethods().stream())
        .filter(m -> m.getName().equals(name) || m.getName().startsWith("lambda$" + name))
        .collect(Collectors.toList());
  }

  @Controller
  @RequestMapping("/forgetful")
  static final class Forgetful {
    private final AdminAccess access;
    private final AuditLog audit;

    Forgetful(AdminAccess access, AuditLog audit) {
      this.access = access;
      this.audit = audit;
    }

    @RequestMapping(value = "/open", method = RequestMethod.GET)
    String open() {
      return "open";
    }

    @RequestMapping(value = "/asked", method = RequestMethod.GET)
    String asked() throws Exception {
      return through();
    }

    private String through() throws Exception {
      access.requireRead(HomeRecord.class);
      return "asked";
    }

    @RequestMapping(value = "/changing", method = RequestMethod.GET)
    String changing() throws Exception {
      Runnable later = () -> audit.done(access.actor(), "change", "it", "");
      later.run();
      return through();
    }
  }
}
