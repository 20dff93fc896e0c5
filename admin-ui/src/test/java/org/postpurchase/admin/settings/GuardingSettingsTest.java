package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.dto.SectionCrumb;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.broadleaf.entity.LoyaltyTierImpl;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardingSettingsTest {
  private final Audit audit = new Audit();
  private final Verifier verifier =
      new Verifier().granting(MessageRecord.class, EntityOperationType.UPDATE);
  private final GuardSettings guard =
      new GuardSettings(new AdminAccess(verifier, audit, new Directly()));

  @ParameterizedTest
  @ValueSource(
      classes = {
        MessageTemplate.class,
        MessageTemplateImpl.class,
        Serializable.class,
        Object.class,
        AdminUserImpl.class
      })
  void crumbs_of_a_permitted_section_open_nothing(Class<?> ceiling) {
    PersistencePackage forged = request(ceiling, MessageTemplateImpl.class);

    assertThatThrownBy(() -> guard.preUpdate(null, forged))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> guard.preAdd(null, forged))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> guard.preRemove(null, forged))
        .isInstanceOf(SecurityServiceException.class);

    assertThat(audit.rows)
        .contains(
            "REFUSED clara | update MessageTemplate | MessageTemplate 5 | no UPDATE permission for"
                + " MessageTemplate");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SeriesImpl.class,
        SeriesStepImpl.class,
        LoyaltyProgrammeImpl.class,
        EarningRuleImpl.class,
        LoyaltyTierImpl.class,
        LoyaltyRewardImpl.class
      })
  void nor_do_they_open_other_settings_whatever_the_ceiling_says(Class<?> type) {
    for (Class<?> ceiling :
        new Class<?>[] {
          type, type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type, Serializable.class
        }) {
      PersistencePackage forged = request(ceiling, type);

      assertThatThrownBy(() -> guard.preUpdate(null, forged))
          .isInstanceOf(SecurityServiceException.class);
      assertThatThrownBy(() -> guard.preAdd(null, forged))
          .isInstanceOf(SecurityServiceException.class);
      assertThatThrownBy(() -> guard.preRemove(null, forged))
          .isInstanceOf(SecurityServiceException.class);
      assertThatThrownBy(() -> guard.preFetch(null, forged, null))
          .isInstanceOf(SecurityServiceException.class);
    }
    assertThat(audit.rows).isNotEmpty().allMatch(row -> row.startsWith("REFUSED clara"));
  }

  @Test
  void looking_needs_the_permission_too() {
    PersistencePackage request = request(MessageTemplate.class, null);

    assertThatThrownBy(() -> guard.preFetch(null, request, null))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> guard.preInspect(null, request))
        .isInstanceOf(SecurityServiceException.class);
  }

  @Test
  void a_permission_for_one_entity_is_none_for_the_other() {
    verifier.granting(MessageTemplate.class, EntityOperationType.UPDATE);

    assertThatCode(() -> guard.preUpdate(null, request(MessageTemplate.class, null)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.preUpdate(null, request(ConfirmationPrompt.class, null)))
        .isInstanceOf(SecurityServiceException.class);
  }

  @Test
  void other_entities_and_unknown_names_are_none_of_its_business() {
    PersistencePackage unknown = request(AdminUserImpl.class, AdminUserImpl.class);
    unknown.getEntity().setType(new String[] {"no.such.Type"});

    assertThatCode(() -> guard.preUpdate(null, unknown)).doesNotThrowAnyException();
    assertThatCode(() -> guard.preUpdate(null, new PersistencePackage()))
        .doesNotThrowAnyException();
    assertThat(audit.rows).isEmpty();
  }

  private static PersistencePackage request(Class<?> ceiling, Class<?> type) {
    SectionCrumb crumb = new SectionCrumb();
    crumb.setSectionIdentifier(MessageRecord.class.getName());
    crumb.setSectionId("1");
    Property id = new Property();
    id.setName("id");
    id.setValue("5");
    Entity entity = new Entity();
    entity.setType(new String[] {(type == null ? ceiling : type).getName()});
    entity.setProperties(new Property[] {id});
    PersistencePackage request = new PersistencePackage();
    request.setCeilingEntityFullyQualifiedClassname(ceiling.getName());
    request.setSectionCrumbs(new SectionCrumb[] {crumb});
    request.setEntity(entity);
    return request;
  }
}
