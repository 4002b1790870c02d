import { regionOf, regions } from '#shared/tenders/region.ts'
import { assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['江苏省电力有限公司', '运维服务', '江苏'],
  ['包头钢铁集团', '数据平台', '内蒙古'],
  ['内蒙古能源集团', '数据平台', '内蒙古'],
  ['某集团有限公司', '武汉数据中心建设', '湖北'],
  ['广东电网（深圳）', '云南项目', '广东'],
  [null, '成都至重庆线路检修', '四川'],
  ['黄河南岸灌区管理局', '渠道养护', null],
  ['中山东路小学', '太湖南路改造', null],
  ['青海南部牧区', '草场监测', '青海'],
  ['天河北路街道', '郑州分部', '河南'],
  ['某集团', '知识助手', null],
  ['', '', null],
])('%s, %s: %s', (buyer, title, region) => {
  expect(regionOf({ buyer, title })).toBe(region)
})

it('knows every province by its name, wherever it stands', () => {
  assert(property(constantFrom(...regions), constantFrom('', '（', '国网', 'AI'), (region, before) => {
    expect(regionOf({ buyer: null, title: `${before}${region}分公司` })).toBe(region)
  }))
})
