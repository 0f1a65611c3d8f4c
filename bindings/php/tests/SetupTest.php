<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Settings;
use NetvisorOrders\Setup;
use PHPUnit\Framework\TestCase;

/** Rights and registers as PHP has them; what is found, the golden cases tell. */
final class SetupTest extends TestCase
{
    private const CARD = ['netvisor_key' => 8, 'code' => '1008', 'name' => 'KAHVILA KUKKA', 'business_id' => '1234567-1'];

    public function testRightsAreNamedAsNetvisorsPageHasThem(): void
    {
        $required = Setup::requiredPermissions(Settings::fromJson('{}'), ['stock']);

        self::assertSame(['VARASTOTAPAHTUMAT'], array_column($required['permissions'], 'group'));
        self::assertSame(['inventorybywarehouse.nv'], array_column($required['permissions'], 'resource'));
        self::assertContains('package_needed', array_column($required['prerequisites'], 'code'));
    }

    public function testNoFeaturesAreAnEmptyListAndNoObject(): void
    {
        $refusal = Sample::refusal(static fn () => Setup::requiredPermissions(Settings::fromJson('{}'), []));

        self::assertSame(['options', 'list_empty'], [$refusal->getKind(), $refusal->getErrorCode()]);
    }

    public function testArraysAndTextGiveTheSameProposals(): void
    {
        $shop = [['id' => '17', 'name' => 'Kahvila Kukka Oy', 'business_id' => 'FI12345671']];
        $proposals = Setup::matchCustomers($shop, [self::CARD], ['csv' => true]);

        self::assertSame(['17'], array_column($proposals['proposals'], 'shop_id'));
        self::assertSame([['business_id', 'name']], array_column($proposals['proposals'], 'reasons'));
        self::assertStringContainsString('17,Kahvila Kukka Oy,1008,', $proposals['csv']['proposals']);
        self::assertSame($proposals, Setup::matchCustomers(json_encode($shop), json_encode([self::CARD]), '{"csv": true}'));
    }

    public function testProductsAreComparedByCode(): void
    {
        $shop = [['sku' => 'PAITA', 'name' => 'Paita'], ['sku' => 'HUIVI', 'name' => 'Huivi']];
        $compared = Setup::matchProducts($shop, [['netvisor_key' => 7, 'code' => 'PAITA', 'name' => 'Paita']]);

        self::assertSame([['sku' => 'PAITA', 'netvisor_key' => 7]], $compared['same']);
        self::assertSame([['sku' => 'HUIVI', 'name' => 'Huivi']], $compared['missing']);
    }

    public function testEmptyRegistersAreLists(): void
    {
        self::assertSame([], Setup::matchCustomers([], [])['proposals']);
        self::assertSame([], Setup::matchProducts([], [])['same']);
    }

    public function testARowThatIsWrongIsNamed(): void
    {
        $refusal = Sample::refusal(static fn () => Setup::matchCustomers([['id' => '17']], [self::CARD]));

        self::assertSame(['register', '/shop/0/name'], [$refusal->getKind(), $refusal->getPath()]);
    }
}
