package org.postpurchase.admin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.SuppressionEntry;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Suppression;
import org.postpurchase.shared.InvalidEmailAddressException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditingSuppressionsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Set<String> holding = new TreeSet<>();
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final EditSuppressions edit =
      new EditSuppressions(
          new AdminAccess(verifier, audit, new Directly()),
          Port.of(ConsentStore.class)
              .on("suppress", args -> holding.add(args[0] + " " + args[1]))
              .on("lift", args -> holding.remove(args[0] + " " + args[1]))
              .on("findSuppression", args -> found((Long) args[0]))
              .get(),
          audit,
          new Directly(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void an_address_is_suppressed_and_lifted_once() throws Exception {
    verifier.granting(SuppressionEntry.class, EntityOperationType.UPDATE);

    assertThat(edit.add(" Mia@Example.com", Suppression.Scope.MARKETING, "asked by phone"))
        .isTrue();
    assertThat(edit.add("mia@example.com", Suppression.Scope.MARKETING, "again")).isFalse();
    assertThat(edit.lift(1)).isTrue();
    assertThat(edit.lift(1)).isFalse();
    assertThat(edit.lift(2)).isFalse();

    assertThat(audit.rows)
        .containsExactly(
            "DONE clara | suppress address | mia@example.com | MARKETING: asked by phone",
            "DONE clara | lift suppression | mia@example.com | MARKETING");
  }

  @Test
  void what_is_no_address_is_refused() {
    verifier.granting(SuppressionEntry.class, EntityOperationType.UPDATE);

    assertThatThrownBy(() -> edit.add("nobody", Suppression.Scope.ALL, ""))
        .isInstanceOf(InvalidEmailAddressException.class);
    assertThat(holding).isEmpty();
  }

  @Test
  void looking_is_not_editing_and_the_attempt_is_on_record() {
    verifier.granting(SuppressionEntry.class, EntityOperationType.FETCH);

    assertThatThrownBy(() -> edit.add("mia@example.com", Suppression.Scope.ALL, ""))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> edit.lift(1)).isInstanceOf(SecurityServiceException.class);

    assertThat(holding).isEmpty();
    assertThat(audit.rows).hasSize(2).allMatch(row -> row.startsWith("REFUSED clara"));
  }

  private static Optional<Suppression> found(long id) {
    return id == 1
        ? Optional.of(
            new Suppression(1, "mia@example.com", Suppression.Scope.MARKETING, "", NOW, null))
        : Optional.empty();
  }
}
