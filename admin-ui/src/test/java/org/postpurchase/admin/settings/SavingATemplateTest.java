package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;

/** The host's record helper and entity manager are stood in for; everything of ours is real. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SavingATemplateTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final List<String> kept = new ArrayList<>();
  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private final MessageTemplate row = row();
  private final DynamicEntityDao dao = mock(DynamicEntityDao.class);
  private final RecordHelper helper = mock(RecordHelper.class);
  private final EntityManager entities = mock(EntityManager.class);
  private final Query nextVersion = mock(Query.class);
  private final SaveTemplate save =
      new SaveTemplate(
          new AdminAccess(verifier, audit, new Directly()),
          audit,
          new CheckTemplate(
              VelocityModule.renderer(),
              new SeriesModel(new OrderModel(SavingATemplateTest::shop)),
              Clock.fixed(NOW, ZoneOffset.UTC)),
          Port.of(TemplateVersions.class)
              .on(
                  "keep",
                  args -> {
                    org.postpurchase.messaging.MessageTemplate t =
                        (org.postpurchase.messaging.MessageTemplate) args[0];
                    kept.add(t.version + " " + t.texts.subject + " by " + args[1]);
                    return null;
                  })
              .get());

  @BeforeEach
  void host() throws Exception {
    when(helper.getPrimaryKey(any(), any())).thenReturn(5L);
    when(helper.getSimpleMergedProperties(anyString(), any())).thenReturn(new HashMap<>());
    when(helper.getRecord(any(Map.class), any(), any(), any())).thenAnswer(call -> record(row));
    when(helper.createPopulatedInstance(any(), any(), any(), eq(false)))
        .thenAnswer(call -> apply(call.getArgument(1)));
    when(dao.retrieve(MessageTemplateImpl.class, 5L)).thenReturn(row);
    when(dao.merge(any())).thenAnswer(call -> call.getArgument(0));
    when(dao.getStandardEntityManager()).thenReturn(entities);
    when(entities.createNativeQuery(anyString())).thenReturn(nextVersion);
    when(nextVersion.setParameter(anyString(), any())).thenReturn(nextVersion);
    when(nextVersion.executeUpdate()).thenReturn(1);
  }

  @Test
  void each_save_is_a_version_that_is_kept_with_its_author() throws Exception {
    permit();

    save.update(post("subject", "Thank you", "version", "3", "activeSince", "1"), dao, helper);

    assertThat(row.getVersion()).isEqualTo(4);
    assertThat(row.getActiveSince()).isNull();
    assertThat(kept).containsExactly("4 Thank you by clara");
    assertThat(audit.rows)
        .singleElement()
        .asString()
        .startsWith("DONE clara | update MessageTemplate")
        .contains("subject: 'Thanks' → 'Thank you'", "version: '3' → '4'");
  }

  @Test
  void moment_and_version_cannot_be_moved_by_a_form() throws Exception {
    permit();
    row.setActiveSince(99L);

    save.update(post("activeSince", "1", "subject", "New"), dao, helper);

    assertThat(row.getActiveSince()).isEqualTo(99L);
    assertThat(row.getVersion()).isEqualTo(4);
  }

  @Test
  void a_text_that_cannot_be_rendered_is_refused_beside_its_field() {
    permit();

    assertThatThrownBy(() -> save.update(post("intro", "Hi $nobody"), dao, helper))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> {
              assertThat(e.getEntity().getPropertyValidationErrors()).containsOnlyKeys("intro");
              assertThat(e.getEntity().getPropertyValidationErrors().get("intro")).hasSize(1);
            });

    verify(dao, times(2)).refresh((MessageTemplateImpl) row); // before and after
    assertThat(audit.rows).isEmpty();
    assertThat(kept).isEmpty();
  }

  @Test
  void a_form_older_than_the_row_is_refused() {
    permit();

    assertThatThrownBy(() -> save.update(post("version", "2"), dao, helper))
        .isInstanceOf(ValidationException.class)
        .hasMessage("PostPurchase_Problem_Stale");
  }

  @Test
  void of_two_saves_at_once_one_is_refused() {
    permit();
    when(nextVersion.executeUpdate()).thenReturn(0);

    assertThatThrownBy(() -> save.update(post("subject", "Mine"), dao, helper))
        .isInstanceOf(ValidationException.class)
        .hasMessage("PostPurchase_Problem_Stale");
    assertThat(row.getSubject()).isEqualTo("Thanks");
  }

  @Test
  void without_permission_not_even_the_row_is_read() {
    assertThatThrownBy(() -> save.update(post("subject", "Mine"), dao, helper))
        .isInstanceOf(SecurityServiceException.class);

    verifyNoInteractions(dao);
    assertThat(audit.rows).singleElement().asString().startsWith("REFUSED clara");
  }

  @Test
  void texts_are_neither_added_nor_removed() {
    permit();

    assertThatThrownBy(() -> save.add(post(), dao, helper))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.getEntity().isValidationFailure()).isTrue());
    assertThatThrownBy(() -> save.remove(post(), dao, helper))
        .hasMessage("PostPurchase_Problem_NoRemoving");
    verifyNoInteractions(dao);
  }

  private void permit() {
    verifier.granting(MessageTemplate.class, EntityOperationType.UPDATE);
  }

  private MessageTemplate apply(Entity posted) {
    SettingsForm.value(posted, "active").ifPresent(v -> row.setActive(Boolean.valueOf(v)));
    SettingsForm.value(posted, "activeSince").ifPresent(v -> row.setActiveSince(Long.valueOf(v)));
    SettingsForm.value(posted, "subject").ifPresent(row::setSubject);
    SettingsForm.value(posted, "intro").ifPresent(row::setIntro);
    return row;
  }

  private static PersistencePackage post(String... values) {
    Entity entity = new Entity();
    entity.setType(new String[] {MessageTemplateImpl.class.getName()});
    Property[] properties = new Property[values.length / 2];
    for (int i = 0; i < properties.length; i++) {
      properties[i] = property(values[2 * i], values[2 * i + 1]);
    }
    entity.setProperties(properties);
    PersistencePackage request = new PersistencePackage();
    request.setCeilingEntityFullyQualifiedClassname(MessageTemplate.class.getName());
    request.setEntity(entity);
    return request;
  }

  private static Entity record(MessageTemplate row) {
    Entity record = new Entity();
    record.setProperties(
        new Property[] {
          property("active", String.valueOf(row.getActive())),
          property("version", String.valueOf(row.getVersion())),
          property("subject", row.getSubject()),
          property("intro", row.getIntro()),
        });
    return record;
  }

  private static Property property(String name, String value) {
    Property property = new Property();
    property.setName(name);
    property.setValue(value);
    return property;
  }

  private static MessageTemplate row() {
    MessageTemplate row = new MessageTemplateImpl();
    row.setId(5L);
    row.setTemplateKey("thank-you");
    row.setLocaleCode("en");
    row.setActive(false);
    row.setVersion(3);
    row.setSubject("Thanks");
    row.setHeading("Thank you");
    row.setIntro("Hello");
    row.setHtmlLayout("<p>${texts.introHtml}</p>");
    row.setTextLayout("${texts.intro}");
    return row;
  }

  private static Shop shop() {
    return new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC);
  }
}
