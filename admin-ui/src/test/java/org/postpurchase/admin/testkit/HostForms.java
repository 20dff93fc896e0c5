package org.postpurchase.admin.testkit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * The host's record helper and entity manager, stood in for: forms are applied to rows as beans,
 * and nothing is stored.
 */
public final class HostForms {
  public final DynamicEntityDao dao = mock(DynamicEntityDao.class);
  public final RecordHelper helper = mock(RecordHelper.class);
  public final List<Object> removed = new ArrayList<>();
  private final EntityManager entities = mock(EntityManager.class);
  private final Query update = mock(Query.class);
  private final String[] fields;

  /**
   * @param fields the fields that the host's records show
   */
  public HostForms(String... fields) throws Exception {
    this.fields = fields;
    when(helper.getSimpleMergedProperties(anyString(), any())).thenReturn(new HashMap<>());
    when(helper.getRecord(any(Map.class), any(), any(), any()))
        .thenAnswer(call -> record(call.getArgument(1)));
    when(helper.createPopulatedInstance(any(), any(), any(), eq(false)))
        .thenAnswer(call -> apply(call.getArgument(0), call.getArgument(1)));
    when(dao.merge(any())).thenAnswer(call -> call.getArgument(0));
    when(dao.persist(any())).thenAnswer(call -> call.getArgument(0));
    when(dao.getStandardEntityManager()).thenReturn(entities);
    org.mockito.Mockito.doAnswer(call -> removed.add(call.getArgument(0)))
        .when(dao)
        .remove(any(Serializable.class));
    org.mockito.Mockito.doAnswer(call -> removed.add(call.getArgument(0)))
        .when(entities)
        .remove(any());
    when(entities.createNativeQuery(anyString())).thenReturn(update);
    when(update.setParameter(anyString(), any())).thenReturn(update);
    when(update.executeUpdate()).thenReturn(1);
  }

  /** The row that the host finds for any id. */
  public <T extends Serializable> void storing(Class<? extends T> mapped, T row) {
    when(helper.getPrimaryKey(any(), any())).thenReturn(5L);
    when(dao.retrieve(mapped, 5L)).thenReturn(row);
  }

  /** What queries for that type find. */
  public <T> void finding(Class<T> type, Supplier<List<T>> rows) {
    TypedQuery<T> query = mock(TypedQuery.class);
    when(entities.createQuery(anyString(), eq(type))).thenReturn(query);
    when(query.setParameter(anyString(), any())).thenReturn(query);
    when(query.setFlushMode(any())).thenReturn(query);
    when(query.getResultList()).thenAnswer(call -> rows.get());
  }

  /** Compare-and-set fails from now on: somebody else was first. */
  public void losing() {
    when(update.executeUpdate()).thenReturn(0);
  }

  public static PersistencePackage post(Class<?> entity, Class<?> mapped, String... values) {
    Entity posted = new Entity();
    posted.setType(new String[] {mapped.getName()});
    Property[] properties = new Property[values.length / 2];
    for (int i = 0; i < properties.length; i++) {
      properties[i] = property(values[2 * i], values[2 * i + 1]);
    }
    posted.setProperties(properties);
    PersistencePackage request = new PersistencePackage();
    request.setCeilingEntityFullyQualifiedClassname(entity.getName());
    request.setEntity(posted);
    return request;
  }

  private static Serializable apply(Serializable row, Entity posted) {
    BeanWrapperImpl bean = new BeanWrapperImpl(row);
    for (Property property : posted.getProperties()) {
      boolean plain = !"id".equals(property.getName()) && !"series".equals(property.getName());
      if (plain && bean.isWritableProperty(property.getName())) {
        bean.setPropertyValue(property.getName(), property.getValue());
      }
    }
    return row;
  }

  private Entity record(Object row) {
    BeanWrapperImpl bean = new BeanWrapperImpl(row);
    Property[] properties = new Property[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Object value = bean.getPropertyValue(fields[i]);
      properties[i] = property(fields[i], value == null ? null : value.toString());
    }
    Entity record = new Entity();
    record.setProperties(properties);
    return record;
  }

  private static Property property(String name, String value) {
    Property property = new Property();
    property.setName(name);
    property.setValue(value);
    return property;
  }
}
