import path from 'node:path';
import { violations } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';

test.use({ source: 'examples' });

test('a record is drawn among the others, and a click on one of them opens it', async ({ workbench }) => {
  await workbench.openFile('docs/decisions/0002-take-payment-on-arrival.md');
  await workbench.command('Groundplan: Open Preview to the Side');
  const preview = await workbench.webview('groundplan.groundplan');
  const figure = preview.locator('figure.diagram').filter({ hasText: 'Among other records' });
  const newer = figure.locator('.node').filter({ hasText: '0003 Take payment on booking' });
  await newer.waitFor();
  await expect(figure.locator('.node')).toHaveCount(2);
  await expect(figure.locator('.edgeLabel').filter({ hasText: 'superseded by' }).first()).toBeAttached();
  expect(await violations(preview)).toEqual([]);
  await workbench.page.screenshot({ path: path.join('test-results', 'panel', 'records.png') });

  await newer.click();
  await workbench.tab('0003-take-payment-on-booking.md').waitFor();
  // The panel follows, and leads back by keyboard.
  await preview.getByRole('heading', { level: 1, name: 'Take payment on booking' }).waitFor();
  await figure.locator('.node').filter({ hasText: '0002 Take payment on arrival' }).waitFor();
  await figure.locator('.diagram-canvas').focus();
  await workbench.press('Enter', 'Home', 'Enter');
  await workbench.tab('0002-take-payment-on-arrival.md').waitFor();
});
