package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.HostForms;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingTheProgrammeTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private final Audit audit = new Audit();
  private final LoyaltyProgramme row = programme();
  private HostForms host;
  private final SaveProgramme save = save(new Verifier());

  @BeforeEach
  void host() throws Exception {
    host = new HostForms("name", "active", "rates", "edition", "activeSince", "maxSharePercent");
    host.storing(LoyaltyProgrammeImpl.class, row);
  }

  @Test
  void switching_on_notes_the_moment_and_saving_again_keeps_it() throws Exception {
    save.update(post("active", "true"), host.dao, host.helper);

    assertThat(row.getActiveSince()).isEqualTo(CLOCK.millis());
    assertThat(row.getEdition()).isEqualTo(8);
    row.setActiveSince(99L);
    save.update(post("active", "true", "name", "Beans"), host.dao, host.helper);
    assertThat(row.getActiveSince()).isEqualTo(99L);
    assertThat(audit.rows.get(0))
        .contains("DONE clara | update LoyaltyProgramme | LoyaltyProgramme 5", "active");
  }

  @Test
  void switching_on_again_later_is_a_new_beginning() throws Exception {
    row.setActiveSince(99L);

    save.update(post("active", "false"), host.dao, host.helper);
    assertThat(row.getActiveSince()).isEqualTo(99L);
    save.update(post("active", "true"), host.dao, host.helper);

    assertThat(row.getActiveSince()).isEqualTo(CLOCK.millis());
  }

  @Test
  void key_moment_and_edition_cannot_be_set_by_a_form() throws Exception {
    save.update(
        post("programmeKey", "mine", "activeSince", "1", "edition", "7"), host.dao, host.helper);

    assertThat(row.getProgrammeKey()).isEqualTo("main");
    assertThat(row.getActiveSince()).isNull();
    assertThat(row.getEdition()).isEqualTo(8);
  }

  @Test
  void of_two_saves_at_once_one_is_refused() {
    assertThatThrownBy(() -> save.update(post("edition", "6"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
    host.losing();
    assertThatThrownBy(() -> save.update(post("edition", "7"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_Stale");
  }

  @ParameterizedTest
  @CsvSource({
    "name, ' ', Missing",
    "pointsName, '', Missing",
    "rates, EUR, Rates",
    "rates, 'EUR=1, EUR=2', Rates",
    "rates, XYZW=1, Rates",
    "rates, XXX=1, Rates",
    "rates, 'EUR=1, XAU=9', Rates",
    "rates, EUR=0, Rates",
    "minimumPoints, -1, ZeroOrMore",
    "minimumPoints, many, Number",
    "blockPoints, 0, OneOrMore",
    "blockPoints, '', OneOrMore",
    "maxSharePercent, 101, Share",
    "maxSharePercent, -1, Share",
    "returnWindowDays, 3651, ManyDays",
    "fallbackDays, -1, ManyDays",
    "validityDays, 1.5, Number",
    "validityDays, 99999999999, Number",
    "graceDays, -5, ManyDays",
    "termsVersion, 0, OneOrMore",
    "colour, blue, Colour",
    "colour, #12345, Colour",
    "colour, '#000000;', Colour",
    "colour, #ffee88, ColourLight",
    "colour, #777777, ColourLight",
    "logoUrl, http://shop.example/a.png, Logo",
    "logoUrl, //evil.example/a.png, Logo",
    "logoUrl, javascript:alert(1), Logo",
    "logoUrl, '/a.png\"x', Logo",
    "shortfallPolicy, MAYBE, Choice",
    "stackingPolicy, '', Choice"
  })
  void what_cannot_be_is_refused_at_its_field_as_it_was_typed(
      String field, String typed, String problem) {
    ValidationException refusal = refusal(field, typed);

    assertThat(refusal.getEntity().getPropertyValidationErrors())
        .containsExactlyEntriesOf(Map.of(field, List.of("PostPurchase_Problem_" + problem)));
    assertThat(audit.rows).isEmpty();
  }

  @Test
  void every_bad_field_is_named_and_nothing_typed_is_lost() {
    ValidationException refusal =
        refusal("rates", "EUR=", "maxSharePercent", "half", "graceDays", "-1", "name", "Beans");

    assertThat(refusal.getEntity().getPropertyValidationErrors())
        .containsOnlyKeys("rates", "maxSharePercent", "graceDays");
    assertThat(refusal.getEntity().findProperty("maxSharePercent").getValue()).isEqualTo("half");
    assertThat(refusal.getEntity().findProperty("rates").getValue()).isEqualTo("EUR=");
  }

  @Test
  void it_is_neither_added_nor_removed() {
    assertThatThrownBy(() -> save.add(post("name", "x"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_NoAdding");
    assertThatThrownBy(() -> save.remove(post("id", "5"), host.dao, host.helper))
        .hasMessage("PostPurchase_Problem_NoRemoving");
  }

  @Test
  void without_permission_nothing_is_read_and_the_attempt_is_on_record() {
    SaveProgramme other =
        new SaveProgramme(new AdminAccess(new Verifier(), audit, new Directly()), audit, CLOCK);

    assertThatThrownBy(() -> other.update(post("active", "true"), host.dao, host.helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(host.dao);
    assertThat(audit.rows).singleElement().asString().startsWith("REFUSED clara");
  }

  private ValidationException refusal(String... values) {
    return catchThrowableOfType(
        ValidationException.class, () -> save.update(post(values), host.dao, host.helper));
  }

  private SaveProgramme save(Verifier verifier) {
    verifier.granting(LoyaltyProgramme.class, EntityOperationType.UPDATE);
    return new SaveProgramme(new AdminAccess(verifier, audit, new Directly()), audit, CLOCK);
  }

  private static PersistencePackage post(String... values) {
    return HostForms.post(LoyaltyProgramme.class, LoyaltyProgrammeImpl.class, values);
  }

  private static LoyaltyProgramme programme() {
    LoyaltyProgramme row = new LoyaltyProgrammeImpl();
    row.setId(5L);
    row.setProgrammeKey("main");
    row.setActive(false);
    row.setName("Rewards");
    row.setPointsName("points");
    row.setTermsVersion(1);
    row.setRates("EUR=100");
    row.setMinimumPoints(500);
    row.setBlockPoints(100);
    row.setMaxSharePercent(50);
    row.setReturnWindowDays(14);
    row.setFallbackDays(30);
    row.setValidityDays(365);
    row.setGraceDays(30);
    row.setShortfallPolicy("CARRY");
    row.setStackingPolicy("BEST_OF");
    row.setEdition(7);
    return row;
  }
}
