package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.Table;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.PopulateToOneFieldsEnum;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_CONFIRMATION_PROMPT}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_CONFIRMATION_PROMPT")
@AdminPresentationClass(
    friendlyName = "ConfirmationPrompt",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class ConfirmationPromptImpl implements ConfirmationPrompt {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "ConfirmationPromptImplId")
  @GenericGenerator(
      name = "ConfirmationPromptImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "ConfirmationPromptImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.ConfirmationPromptImpl")
      })
  @Column(name = "PROMPT_ID")
  @AdminPresentation(friendlyName = "ConfirmationPrompt_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "LOCALE_CODE", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_Locale",
      order = 100,
      group = "ConfirmationPrompt_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      readOnly = true)
  protected String localeCode;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_Active",
      order = 200,
      group = "ConfirmationPrompt_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "ConfirmationPrompt_Active_Tooltip")
  protected Boolean active;

  @Column(name = "HEADING", nullable = false, length = 255)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_Heading",
      order = 100,
      group = "ConfirmationPrompt_Group_Texts",
      groupOrder = 200,
      prominent = true,
      gridOrder = 200,
      largeEntry = true)
  protected String heading;

  @Column(name = "MESSAGE", nullable = false, length = 2000)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_Message",
      order = 200,
      group = "ConfirmationPrompt_Group_Texts",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "ConfirmationPrompt_Text_Tooltip")
  protected String message;

  @Column(name = "STEPS_HEADING", length = 255)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_StepsHeading",
      order = 100,
      group = "ConfirmationPrompt_Group_Steps",
      groupOrder = 300,
      largeEntry = true)
  protected String stepsHeading;

  @Column(name = "STEP_RECEIVED", length = 500)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_StepReceived",
      order = 200,
      group = "ConfirmationPrompt_Group_Steps",
      groupOrder = 300,
      largeEntry = true,
      tooltip = "ConfirmationPrompt_Text_Tooltip")
  protected String stepReceived;

  @Column(name = "STEP_SHIPPED", length = 500)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_StepShipped",
      order = 300,
      group = "ConfirmationPrompt_Group_Steps",
      groupOrder = 300,
      largeEntry = true,
      tooltip = "ConfirmationPrompt_Text_Tooltip")
  protected String stepShipped;

  @Column(name = "STEP_DELIVERED", length = 500)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_StepDelivered",
      order = 400,
      group = "ConfirmationPrompt_Group_Steps",
      groupOrder = 300,
      largeEntry = true,
      tooltip = "ConfirmationPrompt_Text_Tooltip")
  protected String stepDelivered;

  @Column(name = "SHIP_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_ShipDays",
      order = 100,
      group = "ConfirmationPrompt_Group_Dates",
      groupOrder = 400,
      tooltip = "ConfirmationPrompt_ShipDays_Tooltip")
  protected Integer shipDays;

  @Column(name = "DELIVERY_DAYS_MIN", nullable = false)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_DeliveryDaysMin",
      order = 200,
      group = "ConfirmationPrompt_Group_Dates",
      groupOrder = 400,
      tooltip = "ConfirmationPrompt_DeliveryDays_Tooltip")
  protected Integer deliveryDaysMin;

  @Column(name = "DELIVERY_DAYS_MAX", nullable = false)
  @AdminPresentation(
      friendlyName = "ConfirmationPrompt_DeliveryDaysMax",
      order = 300,
      group = "ConfirmationPrompt_Group_Dates",
      groupOrder = 400,
      tooltip = "ConfirmationPrompt_DeliveryDays_Tooltip")
  protected Integer deliveryDaysMax;

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public void setId(Long id) {
    this.id = id;
  }

  @Override
  public String getLocaleCode() {
    return localeCode;
  }

  @Override
  public void setLocaleCode(String localeCode) {
    this.localeCode = localeCode;
  }

  @Override
  public Boolean getActive() {
    return active;
  }

  @Override
  public void setActive(Boolean active) {
    this.active = active;
  }

  @Override
  public String getHeading() {
    return heading;
  }

  @Override
  public void setHeading(String heading) {
    this.heading = heading;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public void setMessage(String message) {
    this.message = message;
  }

  @Override
  public String getStepsHeading() {
    return stepsHeading;
  }

  @Override
  public void setStepsHeading(String stepsHeading) {
    this.stepsHeading = stepsHeading;
  }

  @Override
  public String getStepReceived() {
    return stepReceived;
  }

  @Override
  public void setStepReceived(String stepReceived) {
    this.stepReceived = stepReceived;
  }

  @Override
  public String getStepShipped() {
    return stepShipped;
  }

  @Override
  public void setStepShipped(String stepShipped) {
    this.stepShipped = stepShipped;
  }

  @Override
  public String getStepDelivered() {
    return stepDelivered;
  }

  @Override
  public void setStepDelivered(String stepDelivered) {
    this.stepDelivered = stepDelivered;
  }

  @Override
  public Integer getShipDays() {
    return shipDays;
  }

  @Override
  public void setShipDays(Integer shipDays) {
    this.shipDays = shipDays;
  }

  @Override
  public Integer getDeliveryDaysMin() {
    return deliveryDaysMin;
  }

  @Override
  public void setDeliveryDaysMin(Integer deliveryDaysMin) {
    this.deliveryDaysMin = deliveryDaysMin;
  }

  @Override
  public Integer getDeliveryDaysMax() {
    return deliveryDaysMax;
  }

  @Override
  public void setDeliveryDaysMax(Integer deliveryDaysMax) {
    this.deliveryDaysMax = deliveryDaysMax;
  }
}
