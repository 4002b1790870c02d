import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, Preferences } from '#shared/shell.ts'

type Words = Record<'file' | 'newTender' | 'import' | 'paste' | 'save' | 'settings' | 'quit' | 'edit' | 'undo' | 'cut' | 'copy' | 'pasteText' | 'selectAll' | 'view' | 'palette' | 'zoomIn' | 'zoomOut' | 'actualSize' | 'fullScreen' | 'window', string>

const words: Record<Preferences['language'], Words> = {
  'zh-CN': { file: '文件', newTender: '新建项目', import: '导入文件…', paste: '粘贴公告文本…', save: '保存', settings: '设置', quit: '退出', edit: '编辑', undo: '撤销', cut: '剪切', copy: '复制', pasteText: '粘贴', selectAll: '全选', view: '视图', palette: '命令面板', zoomIn: '放大', zoomOut: '缩小', actualSize: '实际大小', fullScreen: '全屏', window: '窗口' },
  en: { file: 'File', newTender: 'New tender', import: 'Import files…', paste: 'Paste a notice…', save: 'Save', settings: 'Settings', quit: 'Quit', edit: 'Edit', undo: 'Undo', cut: 'Cut', copy: 'Copy', pasteText: 'Paste', selectAll: 'Select all', view: 'View', palette: 'Command palette', zoomIn: 'Zoom in', zoomOut: 'Zoom out', actualSize: 'Actual size', fullScreen: 'Full screen', window: 'Window' },
  fr: { file: 'Fichier', newTender: 'Nouvel appel d’offres', import: 'Importer des fichiers…', paste: 'Coller un avis…', save: 'Enregistrer', settings: 'Réglages', quit: 'Quitter', edit: 'Édition', undo: 'Annuler', cut: 'Couper', copy: 'Copier', pasteText: 'Coller', selectAll: 'Tout sélectionner', view: 'Affichage', palette: 'Palette de commandes', zoomIn: 'Agrandir', zoomOut: 'Réduire', actualSize: 'Taille réelle', fullScreen: 'Plein écran', window: 'Fenêtre' },
}

/** The native menu in the person's language. Commands go to the window; main does nothing with them. */
export function setMenu(window: BrowserWindow, language: Preferences['language']): void {
  const say = words[language]
  const send = (command: MenuCommand) => () => window.webContents.send('menu', command)
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: say.file,
      submenu: [
        { label: say.newTender, accelerator: 'CmdOrCtrl+N', click: send('new-tender') },
        { label: say.import, accelerator: 'CmdOrCtrl+O', click: send('import') },
        { label: say.paste, accelerator: 'CmdOrCtrl+Shift+V', click: send('paste') },
        { type: 'separator' },
        { label: say.save, accelerator: 'CmdOrCtrl+S', click: send('save'), registerAccelerator: false },
        { type: 'separator' },
        { label: say.settings, accelerator: 'CmdOrCtrl+,', click: send('settings') },
        { label: say.quit, role: 'quit' },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { label: say.undo, accelerator: 'CmdOrCtrl+Z', click: send('undo'), registerAccelerator: false },
        { type: 'separator' },
        { label: say.cut, role: 'cut' },
        { label: say.copy, role: 'copy' },
        { label: say.pasteText, role: 'paste' },
        { label: say.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: say.view,
      submenu: [
        { label: say.palette, accelerator: 'CmdOrCtrl+K', click: send('palette'), registerAccelerator: false },
        { type: 'separator' },
        { label: say.zoomIn, role: 'zoomIn' },
        { label: say.zoomOut, role: 'zoomOut' },
        { label: say.actualSize, role: 'resetZoom' },
        { label: say.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: say.window, role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
